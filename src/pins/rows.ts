import { type Disk, shaped } from '../platform/database';
import { type BoardEntry, boardEntrySchema } from './board';
import { type Gate, gateSchema } from './gate';
import { isSoundRequest, type PinRequest, pinRequestSchema } from './pin-request';
import { type Run, runSchema } from './run';

/** All that is on disk about pins, by store. */
export interface Rows {
  requests: PinRequest;
  board: BoardEntry;
  gates: Gate;
  runs: Run;
}

export type PinsDisk = Disk<Rows>;
export type PinsStores = Parameters<Parameters<PinsDisk['write']>[0]>[0];

export const rows = {
  requests: shaped<PinRequest>(pinRequestSchema, isSoundRequest),
  board: shaped<BoardEntry>(boardEntrySchema),
  gates: shaped<Gate>(gateSchema),
  runs: shaped<Run>(runSchema),
};
