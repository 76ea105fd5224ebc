import type { MessageKey } from './t';

type WorkerError = Extract<MessageKey, 'trouble_unreadable' | 'trouble_newer' | 'trouble_worker' | 'trouble_storage'>;

/** Sentences for errors of stored data, by the name of the error. IndexedDB calls a newer database a `VersionError`. */
const storageErrors: Readonly<Record<string, WorkerError>> = {
  UnreadableItem: 'trouble_unreadable',
  NewerItem: 'trouble_newer',
  NewerDatabase: 'trouble_newer',
  VersionError: 'trouble_newer',
};

/**
 * Returns the sentence that says why the worker did not do what it was asked.
 * @param detail the name of the error, or the detail of a reply that is not `ok`
 */
export function describeWorkerError(detail: string): WorkerError {
  return storageErrors[detail] ?? (detail === 'worker' ? 'trouble_worker' : 'trouble_storage');
}
