import { type Address, providerOf } from '../../providers';
import { isNumberWithoutCountry, type Reference, readChat } from '../../references';
import { bareReference } from '../../references/reference';
import { knownChat } from './known-chats';
import type { PlanAccount, PlanInput, PlannedChat } from './plan';
import type { Question } from './question';

/** The address of a message in one account, or the question that has to be answered to find it. */
export interface AccountAddress {
  address: Address | Question;
  chat: PlannedChat | null;
}

/** Returns the address of a message in an account. @param isOnly whether the text names no other message */
export function addressIn(
  account: PlanAccount,
  reference: Reference,
  input: PlanInput,
  isOnly: boolean,
): AccountAddress {
  const provider = providerOf(account.providerId);
  const needsChat = provider.address({ ...reference, chat: null }) === 'chat-missing';
  const chat = chatOf(account, reference, needsChat ? input : { ...input, chat: null }, isOnly);
  if (chat === 'chat-conflict') return { address: chat, chat: null };
  const isByHand = chat !== null && (chat.from === 'typed' || (chat.from === 'text' && reference.isChatWrittenByHand));
  const number = chat && isByHand && needsChat ? withCountry(chat.written, input) : chat?.written;
  if (number === undefined && chat) return { address: 'chat-country', chat };

  const address = provider.address({ ...reference, chat: number || null });
  if (typeof address === 'string') {
    // A chat that cannot be read leads to another question than a chat that is missing.
    return { address: address === 'chat-missing' && chat?.written ? 'chat-unread' : address, chat };
  }
  const sender = isOnly && provider.needsKey?.(address) ? input.sender : null;
  if (!sender || !provider.composeKey) return { address, chat };
  const author = sender.author === null ? null : withCountry(sender.author, input);
  if (author === undefined) return { address: 'author-country', chat };
  return { address: provider.composeKey(address, { ...sender, author }, account.names), chat };
}

/** A whole key that names no chat. An account that needs a chat even for this message needs one for every message. */
const keyWithoutChat = bareReference('id', true, { serialized: 'key', form: 'serialized' });

/** Returns whether the account needs a chat for one of the messages; without messages, whether it needs one for every message. */
export function asksForChat({ providerId }: PlanAccount, references: readonly Reference[]): boolean {
  const considered = references.length > 0 ? references : [keyWithoutChat];
  return considered.some(
    (reference) => providerOf(providerId).address({ ...reference, chat: null }) === 'chat-missing',
  );
}

/**
 * Returns a chat or author that was written by hand, with the country code if it is a number; undefined if the country
 * is not known.
 */
const withCountry = (written: string, { numbers }: PlanInput): string | undefined =>
  isNumberWithoutCountry(written) ? numbers[written] : written;

/** Returns the chat of a message and where it comes from, or null if there is none. */
function chatOf(
  { id, defaultChat }: PlanAccount,
  { chat: named, messageId }: Reference,
  input: PlanInput,
  isOnly: boolean,
): PlannedChat | null | 'chat-conflict' {
  const typedChat = input.chat && { written: input.chat.written.trim(), from: 'typed' as const };
  if (named !== null && (!typedChat || !isOnly || isSameChat(typedChat.written, named)))
    return { written: named, from: 'text' };
  // A field that was emptied on purpose names no chat, so it does not conflict with the text.
  if (typedChat && isOnly && named !== null && typedChat.written !== '' && !input.chat?.isOverText)
    return 'chat-conflict';
  const earlier = knownChat(input.knownChats, messageId, id);
  if (earlier !== null && !(typedChat && isOnly)) return { written: earlier, from: 'earlier' };
  if (typedChat) return typedChat.written === '' ? null : typedChat;
  return defaultChat === null ? null : { written: defaultChat, from: 'default' };
}

const isSameChat = (one: string, other: string): boolean => one === other || jidOf(one) === (jidOf(other) ?? other);
const jidOf = (written: string): string | undefined => readChat(written)?.jid;
