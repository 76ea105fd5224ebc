import { findReferences, readChat } from '../../references';
import type { PinRequest } from '../queue/request';

/** The chats in which messages were pinned or unpinned before, as JIDs; `knownChat` looks one up. @param requests newest first */
export function knownChats(requests: readonly PinRequest[], messageIds: readonly string[]): Record<string, string> {
  const wanted = new Set(messageIds);
  const known: Record<string, string> = {};
  for (const { accountId, address, outcome } of requests) {
    // What was rejected or taken back may have been so for its chat, and of the rest nothing is known yet.
    if (outcome?.kind !== 'accepted') continue;
    const id = bareId(address.messageId);
    const chat = address.chat === null ? null : readChat(address.chat);
    if (chat && wanted.has(id)) known[keyFor(id, chat.kind === 'lid' ? accountId : null)] ??= chat.jid;
  }
  return known;
}

/** The chat of a message that was requested before, as far as it is one for that account. */
export const knownChat = (known: Readonly<Record<string, string>>, id: string, accountId: string): string | null =>
  known[keyFor(id, accountId)] ?? known[keyFor(id, null)] ?? null;

/** A phone number and a group are the same for everybody; a hidden number is an account's own. */
const keyFor = (id: string, accountId: string | null): string => (accountId === null ? id : `${id} ${accountId}`);

/** The id inside a whole key; a bare id is its own. */
export function bareId(messageId: string): string {
  return messageId.includes('_') ? (findReferences(messageId)[0]?.messageId ?? messageId) : messageId;
}
