import { type Disk, rowGuard } from '../../platform/database';
import { type Pin, pinSchema } from '../board/pin';
import { type AccountGate, accountGateSchema } from './account-gate';
import { type AliasRow, aliasRowSchema } from './aliases';
import { type Bookkeeping, bookkeepingSchema } from './bookkeeping';
import { type Newest, newestSchema } from './newest';
import { isSoundRequest, type PinRequest, pinRequestSchema } from './request';
import { type Run, runSchema } from './run';

/** The rows of each store that the queue and the board use. */
export interface StoredRows {
  requests: PinRequest;
  newest: Newest;
  aliases: AliasRow;
  pins: Pin;
  gates: AccountGate;
  runs: Run;
  bookkeeping: Bookkeeping;
}

export type PinsDisk = Disk<StoredRows>;
export type PinsStores = Parameters<Parameters<PinsDisk['write']>[0]>[0];

export const storeGuards = {
  requests: rowGuard<PinRequest>(pinRequestSchema, isSoundRequest),
  newest: rowGuard<Newest>(newestSchema),
  aliases: rowGuard<AliasRow>(aliasRowSchema),
  pins: rowGuard<Pin>(pinSchema),
  gates: rowGuard<AccountGate>(accountGateSchema),
  runs: rowGuard<Run>(runSchema),
  bookkeeping: rowGuard<Bookkeeping>(bookkeepingSchema),
};
