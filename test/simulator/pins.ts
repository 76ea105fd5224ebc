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

const sameChat = (a: PinTarget, b: PinTarget) =>
  a.provider === b.provider && a.account === b.account && a.chat === b.chat;

/**
 * Keeps pins as WhatsApp does (docs/providers.md, "What WhatsApp itself does"): at most three in a chat; a fourth silently
 * unpins the oldest; unpinning a message that is not pinned succeeds. That pinning again renews the pin is [INF].
 */
export function createPins(onChange: () => void): Pins {
  let pinned: Pinned[] = [];

  const without = (target: PinTarget) =>
    pinned.filter((each) => !(sameChat(each, target) && each.messageId === target.messageId));

  return {
    pin(target, days) {
      const since = Date.now();
      pinned = [...without(target), { ...target, until: since + days * dayMs, since }];
      const [oldest, ...others] = pinned.filter((each) => sameChat(each, target));
      if (others.length >= maxPinsPerChat) pinned = pinned.filter((each) => each !== oldest);
      onChange();
    },
    unpin(target) {
      pinned = without(target);
      onChange();
    },
    list: () => pinned.filter((each) => each.until > Date.now()),
    clear() {
      pinned = [];
      onChange();
    },
  };
}
