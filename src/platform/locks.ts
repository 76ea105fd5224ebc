/**
 * Runs `work` while no other work under the same name runs in any of the extension's pages or its worker. Later work
 * waits in the order of the calls. The lock ends with the work, or with the page or worker that holds it.
 */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(name, work) as Promise<T>;
}
