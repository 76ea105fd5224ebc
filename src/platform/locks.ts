/**
 * Runs `work` alone among all of the extension's pages and its worker under that name; others wait their turn, in order.
 * The lock ends with the work, or with the page or worker that held it.
 */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work) as Promise<T>;
}
