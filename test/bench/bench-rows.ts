import type { BenchRow } from './bench-row.ts';
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
  readLog,
  shippedBytes,
];
