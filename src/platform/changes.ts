/** What can change under a page's feet. */
export type Subject = 'accounts' | 'requests' | 'draft' | 'chats' | 'settings';

const name = 'pushpin-changes';

/** Tells every open page of the extension that something changed; each reads again what it shows. */
export function announce(subject: Subject): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(subject);
  channel.close();
}

/** Calls `changed` for every announcement, until the signal ends it. */
export function onChange(changed: (subject: Subject) => void, signal?: AbortSignal): void {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }) => changed(data as Subject));
  signal?.addEventListener('abort', () => channel.close());
}
