import { findReferences, readChat } from '../../references';
import type { PinRequest } from '../queue/request';

/**
 * Returns the chats in which messages were pinned or unpinned before, as JIDs. `knownChat` looks up one of them.
 * @param requests newest first
 */
export function knownChats(requests: readonly PinRequest[], messageIds: readonly string[]): Record<string, string> {
  const wantedIds = new Set(messageIds);
  const chats: Record<string, string> = {};
  for (const { accountId, address, outcome } of requests) {
    // Other requests may have been rejected or cancelled because the chat was wrong, or have not been sent yet.
    if (outcome?.kind !== 'accepted') continue;
    const id = bareId(address.messageId);
    const chat = address.chat === null ? null : readChat(address.chat);
    if (chat && wantedIds.has(id)) chats[keyFor(id, chat.kind === 'lid' ? accountId : null)] ??= chat.jid;
  }
  return chats;
}

/** Returns the chat of an earlier request for the message if the account can have that chat, or null. */
export const knownChat = (chats: Readonly<Record<string, string>>, id: string, accountId: string): string | null =>
  chats[keyFor(id, accountId)] ?? chats[keyFor(id, null)] ?? null;

/** Phone numbers and groups are the same in every account; a hidden number (`@lid`) belongs to one account. */
const keyFor = (id: string, accountId: string | null): string => (accountId === null ? id : `${id} ${accountId}`);

/** Returns the id inside a whole key; a bare id is returned as it is. */
export function bareId(messageId: string): string {
  return messageId.includes('_') ? (findReferences(messageId)[0]?.messageId ?? messageId) : messageId;
}
