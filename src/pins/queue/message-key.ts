import { readChat } from '../../references';
import { bareId } from '../plan/known-chats';
import type { Wish } from './request';

/** Which message of an account a request is about, and in which line it stands, however both are spelt. */
export interface Identity {
  /** The message in its account: the id of its row in `pins`. */
  messageKey: string;
  /** Requests of one lane are sent one after the other. Source: docs/providers.md "What WhatsApp itself does". */
  lane: string;
}

/** Sixteen hexadecimal digits and more: no two messages of an account have the same, so its chat adds nothing. */
const isUnique = (id: string): boolean => /^(?=.*\d)(?=.*[a-f])[0-9a-f]{16,40}$/i.test(id);

/** A Brazilian mobile number with the ninth digit that it was given since 2012; some chats still go without. */
const brazilian = /^(55\d\d)9([6-9]\d{7}@c\.us)$/;

/** A message and its chat as an address names them: the id without its key, the chat as a JID, empty where not known. */
export interface Meant {
  id: string;
  chat: string;
}

export function meantBy({ messageId, chat }: Wish['address']): Meant {
  const written = chat ?? (messageId.includes('_') ? messageId.split('_')[1] : null) ?? '';
  return { id: bareId(messageId), chat: readChat(written)?.jid ?? written };
}

/** What identifies a message and its chat. @param meant where other names of them are known, what those mean */
export function identify(
  { accountId, address }: Pick<Wish, 'accountId' | 'address'>,
  meant: Meant = meantBy(address),
): Identity {
  const chat = meant.chat.replace(brazilian, '$1$2');
  return {
    messageKey: [accountId, isUnique(meant.id) ? '' : chat, meant.id].join('\n'),
    lane: [accountId, chat || meant.id].join('\n'),
  };
}
