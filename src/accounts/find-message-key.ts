import { type Address, type Failure, failure, type MessagePage, providerOf, type RateReading } from '../providers';
import type { Account } from './account';
import { callProvider } from './call-provider';

/** How far back a message is looked for: the latest 1 000 of its chat. */
const maxSearch = { pages: 5, aPage: 200 };

/** Asks for one page of a chat's messages. */
export type AskPage = (page: number | null, count: number) => Promise<MessagePage | Failure>;

/** Looks up the whole key of a message by its bare id, page by page. Source: docs/providers.md "Across providers". */
export async function findKey(messageId: string, ask: AskPage): Promise<{ key: string } | Failure> {
  let page: number | null = null;
  for (let asked = 0; asked < maxSearch.pages; asked += 1) {
    const answer = await ask(page, maxSearch.aPage);
    if ('kind' in answer) return answer;
    // A key of another message would be pinned, and one of dots would lead to another address.
    const found = answer.messages.find(({ id, key }) => id === messageId && key.split('_').includes(id));
    if (found) return { key: found.key };
    if (answer.next === null) break;
    page = answer.next;
  }
  return failure('rejected', 'not-listed');
}

/**
 * The address that pin and unpin take: itself, or the whole key of a bare id that is looked up in its chat.
 * While nothing but looking up has failed, nothing was sent: that is never unknown.
 */
export async function completeAddress(
  account: Account,
  address: Address,
  heard: (reading: RateReading) => void,
): Promise<Address | Failure> {
  const { needsKey, listMessages } = providerOf(account.providerId);
  const { messageId, chat } = address;
  if (!needsKey?.(address) || !listMessages || chat === null) return address;
  const found = await findKey(messageId, (page, count) =>
    callProvider(account, listMessages(account.credentials, chat, page, count), heard),
  );
  if ('key' in found) return { messageId: found.key, chat };
  const { kind, status, detail, trace } = found;
  return kind === 'unknown' ? failure('unavailable', 'server', { status, detail, trace }) : found;
}
