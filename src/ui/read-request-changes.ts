import type { RequestChanges } from '../pins/queue/request-changes';

/**
 * Reads the detail of an announced change of `requests`. Resolves with null if the page must read again what it shows.
 * The schema of changes is loaded with the first change, so that the popup is ready without it.
 */
export async function readRequestChanges(detail: unknown): Promise<RequestChanges | null> {
  const { readChanges } = await import('../pins/queue/request-changes');
  return readChanges(detail);
}
