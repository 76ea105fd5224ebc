import type { BenchRow } from './bench-row.ts';
import { heapOfRun } from './bulk/heap-of-run.ts';
import { longHistory } from './bulk/long-history.ts';
import { pinsAtLimit } from './bulk/pins-at-limit.ts';
import { pinsInBulk } from './bulk/pins-in-bulk.ts';
import { clickToRequest } from './pages/click-to-request.ts';
import { menuToRequest } from './pages/menu-to-request.ts';
import { popupAcceptsTyping } from './pages/popup-accepts-typing.ts';
import { readLog } from './pages/read-log.ts';
import { shippedBytes } from './pages/shipped-bytes.ts';

/** All rows of the bench, in the order of their numbers. */
export const benchRows: readonly BenchRow[] = [
  popupAcceptsTyping,
  clickToRequest,
  menuToRequest,
  pinsInBulk,
  pinsAtLimit,
  readLog,
  longHistory,
  shippedBytes,
  heapOfRun,
];
