import { isUuid } from './bare-id';
import { readChat } from './chat';
import type { Reference } from './reference';
import { isNode, type Node } from './scan/node';

/** Another name for a message or a chat, found in the same record as the usual one. */
export interface Alias {
  /** A UUID that a provider gave the message, or a hidden number as a JID. */
  name: string;
  /** The id of the message that the alias names; null if it names a chat. */
  messageId: string | null;
  /** The chat that the alias names, or the chat of its message, as a JID; null if that is not known. */
  chat: string | null;
}

/** Keys that name the same chat, once by number and once by hidden number. Source: docs/message-ids.md "Payloads". */
const keyPairs = [
  ['phone', 'chatlid'],
  ['remotejid', 'remotejidalt'],
] as const;

/** Finds the hidden numbers of people whose numbers are in the same record. */
export function chatAliases({ entries }: Node): Alias[] {
  const textUnder = (name: string) => {
    const value = entries.find(({ key }) => key.name === name)?.value;
    return value && !isNode(value) && !value.isCut ? value.text : '';
  };
  return keyPairs.flatMap((keys) => {
    const texts = keys.map(textUnder);
    if (texts.includes('')) return [];
    const chats = texts.map(readChat);
    const hidden = chats.find((chat) => chat?.kind === 'lid');
    const person = chats.find((chat) => chat?.kind === 'person');
    return hidden && person ? [{ name: hidden.jid, messageId: null, chat: person.jid }] : [];
  });
}

/** Finds the UUID of a message that the same record also names by its id or key. */
export function uuidAliases({ entries }: Node, { messageId, chat, form }: Reference): Alias[] {
  if (form === 'uuid') return [];
  return entries.flatMap(({ key, value }) =>
    key.role === 'uuid' && !isNode(value) && isUuid(value.text)
      ? [{ name: value.text, messageId, chat: chat === null ? null : (readChat(chat)?.jid ?? null) }]
      : [],
  );
}
