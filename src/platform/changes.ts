/** The topics that open pages subscribe to. */
export type Topic = 'accounts' | 'requests' | 'draft' | 'chats' | 'settings';

const channelName = 'pushpin-changes';

/**
 * Tells every open page of the extension that something changed.
 * @param detail what changed, as data; without it, the pages read again what they show
 */
export function announce(topic: Topic, detail?: unknown): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ topic, detail });
  channel.close();
}

/**
 * Calls `onAnnounced` for every announcement until the signal is aborted. A page in the background is not called; once it
 * is visible again, it is called once for each topic that it missed, without a detail.
 */
export function onChange(onAnnounced: (topic: Topic, detail?: unknown) => void, signal?: AbortSignal): void {
  const channel = new BroadcastChannel(channelName);
  const missedTopics = new Set<Topic>();
  channel.addEventListener('message', ({ data }) => {
    const { topic, detail } = data as { topic: Topic; detail: unknown };
    if (isHidden()) missedTopics.add(topic);
    else onAnnounced(topic, detail);
  });
  const onVisibility = () => {
    if (isHidden()) return;
    const topics = [...missedTopics];
    missedTopics.clear();
    for (const topic of topics) onAnnounced(topic);
  };
  globalThis.document?.addEventListener('visibilitychange', onVisibility, signal && { signal });
  signal?.addEventListener('abort', () => channel.close());
}

/** Returns whether this page is in the background, where nobody sees it. */
export const isHidden = (): boolean => globalThis.document?.hidden ?? false;
