import type { MessageKey } from './t';

/** Returns the key of the sentence for a failed reply of the worker. @param detail the `detail` of a reply that is not `ok` */
export function describeWorkerError(detail: string): MessageKey {
  if (detail === 'UnreadableItem') return 'trouble_unreadable';
  return detail === 'worker' ? 'trouble_worker' : 'trouble_storage';
}
