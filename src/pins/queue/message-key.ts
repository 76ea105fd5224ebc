import { readChat } from '../../references';
import { bareId } from '../plan/known-chats';
import type { Wish } from './request';

/** The keys that recognize requests for the same message, and requests to the same chat, in any spelling. */
export interface Identity {
  /** Identifies the message in its account: the id of its row in `pins`. */
  messageKey: string;
  /** Identifies the chat: requests of one lane are sent one after the other. Source: docs/providers.md "What WhatsApp itself does". */
  lane: string;
}

/** Returns whether an id is random enough (16 to 40 hexadecimal digits) to identify a message without its chat. */
const isUniqueId = (id: string): boolean => /^(?=.*\d)(?=.*[a-f])[0-9a-f]{16,40}$/i.test(id);

/** A Brazilian mobile number with the ninth digit, introduced in 2012, that WhatsApp leaves out for some numbers. */
const brazilianMobile = /^(55\d\d)9([6-9]\d{7}@c\.us)$/;

/** A message and its chat without the differences in spelling: the bare id, and the chat as a JID or empty. */
export interface MessageAndChat {
  id: string;
  chat: string;
}

export function messageAndChatOf({ messageId, chat }: Wish['address']): MessageAndChat {
  const written = chat ?? (messageId.includes('_') ? messageId.split('_')[1] : null) ?? '';
  return { id: bareId(messageId), chat: readChat(written)?.jid ?? written };
}

/** Identifies a message and its chat. `resolved` is the address after aliases were looked up. */
export function identify(
  { accountId, address }: Pick<Wish, 'accountId' | 'address'>,
  resolved: MessageAndChat = messageAndChatOf(address),
): Identity {
  const chat = resolved.chat.replace(brazilianMobile, '$1$2');
  return {
    messageKey: [accountId, isUniqueId(resolved.id) ? '' : chat, resolved.id].join('\n'),
    lane: [accountId, chat || resolved.id].join('\n'),
  };
}

/** Returns the prefix of all message keys and all alias ids of an account. */
export const keyPrefixOf = (accountId: string): string => `${accountId}\n`;
