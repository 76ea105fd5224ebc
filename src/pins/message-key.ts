import { readChat } from '../references';
import { bareId } from './known-chats';
import type { Wish } from './pin-request';

/** Which message of an account a request is about, and in which line it stands, however both are spelt. */
export interface Identity {
  /** The message in its account: the id of its row in `pins`. */
  messageKey: string;
  /** Requests of one lane are sent one after the other. Source: PROVIDERS.md "What WhatsApp itself does". */
  lane: string;
}

/** Sixteen hexadecimal digits and more: no two messages of an account have the same, so its chat adds nothing. */
const isUnique = (id: string): boolean => /^(?=.*\d)(?=.*[a-f])[0-9a-f]{16,40}$/i.test(id);

/** A Brazilian mobile number with the ninth digit that it was given since 2012; some chats still go without. */
const brazilian = /^(55\d\d)9([6-9]\d{7}@c\.us)$/;

/** What identifies a message and its chat. */
export function identify({ accountId, address }: Pick<Wish, 'accountId' | 'address'>): Identity {
  const id = bareId(address.messageId);
  const chat = chatOf(address);
  return {
    messageKey: [accountId, isUnique(id) ? '' : chat, id].join('\n'),
    lane: [accountId, chat || id].join('\n'),
  };
}

/** The chat in one spelling for all; empty where it is not known. */
function chatOf({ messageId, chat }: Wish['address']): string {
  const written = chat ?? (messageId.includes('_') ? (messageId.split('_')[1] ?? null) : null);
  if (written === null) return '';
  return (readChat(written)?.jid ?? written).replace(brazilian, '$1$2');
}
