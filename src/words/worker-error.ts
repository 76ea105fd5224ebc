import type { MessageKey } from './t';

/** Why the worker did not do what it was asked, as a sentence. @param detail of a reply that is not `ok` */
export function describeWorkerError(detail: string): MessageKey {
  if (detail === 'UnreadableItem') return 'trouble_unreadable';
  return detail === 'worker' ? 'trouble_worker' : 'trouble_storage';
}
