import { type Address, type Failure, failure, type MessagePage, providerOf, type RateReading } from '../providers';
import type { Account } from './account';
import { callProvider } from './call-provider';

/**
 * The maximum number of pages that are searched for a message. With 200 messages a page, these are the latest 1,000 of
 * its chat.
 */
const maxPages = 5;
const messagesPerPage = 200;

/** Asks for one page of a chat's messages; the first page if `page` is null. */
export type AskPage = (page: number | null, count: number) => Promise<MessagePage | Failure>;

/**
 * Looks page by page for the message with a bare id, and returns its whole key. Source: docs/providers.md
 * "Across providers".
 */
export async function findKey(messageId: string, ask: AskPage): Promise<{ key: string } | Failure> {
  let page: number | null = null;
  for (let pageCount = 0; pageCount < maxPages; pageCount += 1) {
    const answer = await ask(page, messagesPerPage);
    if ('kind' in answer) return answer;
    // The key is checked too, because a wrong key would pin another message, and a key made of dots would change the
    // URL.
    const message = answer.messages.find(({ id, key }) => id === messageId && key.split('_').includes(id));
    if (message) return { key: message.key };
    if (answer.next === null) break;
    page = answer.next;
  }
  return failure('rejected', 'not-listed');
}

/**
 * Returns the address that pin and unpin take: the given one, or one with the whole key if the provider needs it for a
 * bare id. If the lookup fails, nothing was sent, so the failure is never `unknown`.
 */
export async function completeAddress(
  account: Account,
  address: Address,
  onRateReading: (reading: RateReading) => void,
): Promise<Address | Failure> {
  const { needsKey, listMessages } = providerOf(account.providerId);
  const { messageId, chat } = address;
  if (!needsKey?.(address) || !listMessages || chat === null) return address;
  const result = await findKey(messageId, (page, count) =>
    callProvider(account, listMessages(account.credentials, chat, page, count), onRateReading),
  );
  if ('key' in result) return { messageId: result.key, chat };
  const { kind, status, detail, trace } = result;
  return kind === 'unknown' ? failure('unavailable', 'server', { status, detail, trace }) : result;
}
