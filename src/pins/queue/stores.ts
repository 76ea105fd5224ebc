import { type Disk, rowGuard } from '../../platform/database';
import { type Pin, pinSchema } from '../board/pin';
import { type AccountGate, accountGateSchema } from './account-gate';
import { type AliasRow, aliasRowSchema } from './aliases';
import { type Newest, newestSchema } from './newest';
import { isSoundRequest, type PinRequest, pinRequestSchema } from './request';
import { type Run, runSchema } from './run';

/** All that is on disk about pins, by store. */
export interface StoredRows {
  requests: PinRequest;
  newest: Newest;
  aliases: AliasRow;
  pins: Pin;
  gates: AccountGate;
  runs: Run;
}

export type PinsDisk = Disk<StoredRows>;
export type PinsStores = Parameters<Parameters<PinsDisk['write']>[0]>[0];

export const storeGuards = {
  requests: rowGuard<PinRequest>(pinRequestSchema, isSoundRequest),
  aliases: rowGuard<AliasRow>(aliasRowSchema),
  newest: rowGuard<Newest>(newestSchema),
  pins: rowGuard<Pin>(pinSchema),
  gates: rowGuard<AccountGate>(accountGateSchema),
  runs: rowGuard<Run>(runSchema),
};
