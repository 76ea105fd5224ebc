import type { ProviderName } from './provider.ts';

/** A pinned message: `messageId` is the bare id, `chat` the JID, `since` and `until` are unix ms. */
export interface Pinned {
  provider: ProviderName;
  /** The Z-API instance id, or the Periskope phone's number. */
  account: string;
  chat: string;
  messageId: string;
  until: number;
  since: number;
}

export type PinTarget = Pick<Pinned, 'provider' | 'account' | 'chat' | 'messageId'>;

export interface Pins {
  pin: (target: PinTarget, days: number) => void;
  unpin: (target: PinTarget) => void;
  list: () => Pinned[];
  clear: () => void;
}

const maxPinsPerChat = 3;
const dayMs = 24 * 60 * 60 * 1000;

const chatOf = ({ provider, account, chat }: PinTarget): string => [provider, account, chat].join('\n');
const keyOf = (target: PinTarget): string => `${chatOf(target)}\n${target.messageId}`;

/**
 * Keeps pins as WhatsApp does (docs/providers.md, "What WhatsApp itself does"): at most three in a chat; a fourth silently
 * unpins the oldest; unpinning a message that is not pinned succeeds. That pinning again renews the pin is [INF].
 */
export function createPins(onChange: () => void): Pins {
  // By the key of the message, and by chat and the same key, each with the oldest pin first.
  const pinned = new Map<string, Pinned>();
  const chats = new Map<string, Set<string>>();

  function remove(key: string, chat: string): void {
    pinned.delete(key);
    chats.get(chat)?.delete(key);
  }

  return {
    pin(target, days) {
      const since = Date.now();
      const [key, chat] = [keyOf(target), chatOf(target)];
      remove(key, chat);
      pinned.set(key, { ...target, until: since + days * dayMs, since });
      const keys = chats.get(chat) ?? new Set();
      chats.set(chat, keys.add(key));
      const [oldest] = keys;
      if (keys.size > maxPinsPerChat && oldest !== undefined) remove(oldest, chat);
      onChange();
    },
    unpin(target) {
      remove(keyOf(target), chatOf(target));
      onChange();
    },
    list: () => [...pinned.values()].filter((each) => each.until > Date.now()),
    clear() {
      pinned.clear();
      chats.clear();
      onChange();
    },
  };
}
