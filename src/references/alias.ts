import { isQueueId } from './bare-id';
import { readChat } from './chat';
import { plainKey, roleOf } from './keys';
import type { Reference } from './reference';
import { isNode, type Node } from './scan';

/** Another name that stood beside the usual one, in the same record. */
export interface Alias {
  /** A queue_id of Periskope's, or a hidden number as a JID. */
  name: string;
  /** The id of the message that it names; null where it names a chat. */
  messageId: string | null;
  /** The chat that it names, or that its message is in, as a JID; null where that is not known. */
  chat: string | null;
}

/** Keys that name the same chat, by number and as a hidden number. Source: docs/message-ids.md "Payloads". */
const pairs = [
  ['phone', 'chatlid'],
  ['remotejid', 'remotejidalt'],
] as const;

/** The hidden number of the person whose number stands beside it. */
export function chatAliases({ entries }: Node): Alias[] {
  const chatUnder = (name: string) => {
    const value = entries.find(({ key }) => plainKey(key) === name)?.value;
    return value && !isNode(value) && !value.cut ? readChat(value.text) : null;
  };
  return pairs.flatMap((keys) => {
    const chats = keys.map(chatUnder);
    const hidden = chats.find((chat) => chat?.kind === 'lid');
    const person = chats.find((chat) => chat?.kind === 'person');
    return hidden && person ? [{ name: hidden.jid, messageId: null, chat: person.jid }] : [];
  });
}

/** The queue_id of the message that the record names by its id or key. */
export function queueAliases({ entries }: Node, { messageId, chat, form }: Reference): Alias[] {
  if (form === 'uuid') return [];
  return entries.flatMap(({ key, value }) =>
    roleOf(key).role === 'queue' && !isNode(value) && isQueueId(value.text)
      ? [{ name: value.text, messageId, chat: chat === null ? null : (readChat(chat)?.jid ?? null) }]
      : [],
  );
}
