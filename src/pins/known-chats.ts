import { findReferences, readChat } from '../references';
import type { PinRequest } from './pin-request';

/** The chats of messages that were requested before, by bare id, as JIDs. @param requests newest first */
export function knownChats(requests: readonly PinRequest[], messageIds: readonly string[]): Record<string, string> {
  const wanted = new Set(messageIds);
  const known: Record<string, string> = {};
  for (const { address, outcome } of requests) {
    // What was rejected may have been rejected for its chat.
    if (outcome?.kind === 'rejected') continue;
    const id = bareId(address.messageId);
    const chat = address.chat === null ? null : readChat(address.chat);
    if (chat && wanted.has(id)) known[id] ??= chat.jid;
  }
  return known;
}

/** The id inside a whole key; a bare id is its own. */
export function bareId(messageId: string): string {
  return messageId.includes('_') ? (findReferences(messageId)[0]?.messageId ?? messageId) : messageId;
}
