/** Whether there is a network at all; a server may still be out of reach. */
export const isOnline = (): boolean => navigator.onLine;

/** Calls `online` when the network is back, while this worker lives. */
export function onOnline(online: () => void): void {
  globalThis.addEventListener('online', online);
}
