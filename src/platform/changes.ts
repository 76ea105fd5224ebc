/** The topics that open pages subscribe to. */
export type Topic = 'accounts' | 'requests' | 'draft' | 'chats' | 'settings';

const channelName = 'pushpin-changes';

/** Tells every open page of the extension that something changed, so that it reads again what it shows. */
export function announce(topic: Topic): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(topic);
  channel.close();
}

/** Calls `onAnnounced` for every announcement until the signal is aborted. */
export function onChange(onAnnounced: (topic: Topic) => void, signal?: AbortSignal): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }) => onAnnounced(data as Topic));
  signal?.addEventListener('abort', () => channel.close());
}
