import { type Disk, shaped } from '../../platform/database';
import { type Pin, pinSchema } from '../board/pin';
import { type Gate, gateSchema } from './account-gate';
import { type AliasRow, aliasRowSchema } from './aliases';
import { type Newest, newestSchema } from './newest';
import { isSoundRequest, type PinRequest, pinRequestSchema } from './request';
import { type Run, runSchema } from './run';

/** All that is on disk about pins, by store. */
export interface Rows {
  requests: PinRequest;
  newest: Newest;
  aliases: AliasRow;
  pins: Pin;
  gates: Gate;
  runs: Run;
}

export type PinsDisk = Disk<Rows>;
export type PinsStores = Parameters<Parameters<PinsDisk['write']>[0]>[0];

export const rows = {
  requests: shaped<PinRequest>(pinRequestSchema, isSoundRequest),
  aliases: shaped<AliasRow>(aliasRowSchema),
  newest: shaped<Newest>(newestSchema),
  pins: shaped<Pin>(pinSchema),
  gates: shaped<Gate>(gateSchema),
  runs: shaped<Run>(runSchema),
};
