import type { RequestChanges } from '../pins/queue/request-changes';

/**
 * Reads the detail of an announced change of `requests`. Resolves with null if the page must read again what it shows.
 * Its schema is loaded with the first change, because a popup is ready before it needs one.
 */
export async function readRequestChanges(detail: unknown): Promise<RequestChanges | null> {
  const { readChanges } = await import('../pins/queue/request-changes');
  return readChanges(detail);
}
