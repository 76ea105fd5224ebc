/** The parts of a serialized key (docs/message-ids.md): direction, chat, bare id and, in groups, the author. */
export interface SerializedKey {
  fromMe: boolean;
  chat: string;
  messageId: string;
  author: string | null;
}

// The id itself is opaque: it may hold anything except the separators of the key.
const keyPattern = /^(true|false)_(\d+@c\.us|\d+@lid|\d+(?:-\d+)?@g\.us)_([^_@/\s]+)(?:_(\d+@(?:c\.us|lid)))?$/;

/** Reads a Periskope `message_id` of three parts, or of four in a group; null for any other text. A person is `@c.us` [DOC]. */
export function readSerializedKey(key: string): SerializedKey | null {
  const [, direction, chat, messageId, author] = keyPattern.exec(key) ?? [];
  if (chat === undefined || messageId === undefined) return null;
  if (author !== undefined && !chat.endsWith('@g.us')) return null;
  return { fromMe: direction === 'true', chat, messageId, author: author ?? null };
}

/** Returns whether a text is a Periskope `queue_id`: a UUID [DOC Send Message]. */
export const isQueueId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const zApiSpellings: [RegExp, (matched: string) => string][] = [
  [/^(\d{8,15})$/, (digits) => `${digits}@c.us`],
  [/^(\d{16,20})-group$/, (group) => `${group}@g.us`],
  [/^(\d{8,15}-\d{10})$/, (group) => `${group}@g.us`],
  [/^(\d+)@lid$/, (lid) => `${lid}@lid`],
];

/**
 * Reads the chat of Z-API's `phone`; null where it is not spelt as Z-API spells it: digits, `digits-group`, the
 * older `creator-unixtime`, or `digits@lid` (docs/providers.md, Z-API; the lengths are [INF]).
 */
export function readZApiPhone(phone: string): string | null {
  for (const [pattern, chatOf] of zApiSpellings) {
    const matched = pattern.exec(phone)?.[1];
    if (matched !== undefined) return chatOf(matched);
  }
  return null;
}

/** Spells a chat as Z-API does: `120363…@g.us` → `120363…-group`, `a-t@g.us` → `a-t` (docs/providers.md [INF]). */
export function toZApiPhone(chat: string): string {
  const [name = '', server] = chat.split('@');
  if (server === 'lid') return chat;
  return server === 'g.us' && !name.includes('-') ? `${name}-group` : name;
}
