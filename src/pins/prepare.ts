import type { Account } from '../accounts/account';
import { type Address, type Obstacle, provider } from '../providers';
import { intendedReferences } from '../references';

/** The account that a request is prepared for; no secret is needed. */
export type Target = Pick<Account, 'id' | 'name' | 'provider' | 'defaultChat'>;

/** What is missing before a request can be made; each has a sentence at the field that it is about. */
export const questions = ['message-missing', 'message-unread', 'account-missing', 'chat-unread', 'review'] as const;
export type Question = (typeof questions)[number] | Obstacle;

export type Prepared = { ok: true; addresses: Address[] } | { ok: false; question: Question };

/**
 * Turns what was typed or selected into addresses at an account's provider, or into what has to be asked.
 * A typed chat goes before the text's own where the text names one message; among several it fills the gaps.
 */
export function prepare(target: Target, message: string, chat: string): Prepared {
  if (message.trim() === '') return { ok: false, question: 'message-missing' };
  const references = intendedReferences(message);
  if (references.length === 0) return { ok: false, question: 'message-unread' };

  const record = provider(target.provider);
  const typed = record.takesChat ? chat.trim() : '';
  const addresses: Address[] = [];
  for (const reference of references) {
    const chats = references.length === 1 ? [typed, reference.chat] : [reference.chat, typed];
    const address = record.address({ ...reference, chat: chats.find(Boolean) || target.defaultChat });
    if (typeof address === 'string') {
      return { ok: false, question: address === 'chat-missing' && typed ? 'chat-unread' : address };
    }
    addresses.push(address);
  }
  return { ok: true, addresses };
}
