/** Returns whether the computer has a network. A server may still be out of reach. */
export const isOnline = (): boolean => navigator.onLine;

/** Calls `onBack` when the network is back, as long as this worker lives. */
export function onOnline(onBack: () => void): void {
  globalThis.addEventListener('online', onBack);
}
