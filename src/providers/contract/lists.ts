import { readChat } from '../../references';

/** One chat of an account. */
export interface ChatEntry {
  /** The JID, as `readChat` returns it. */
  chat: string;
  /** The provider's name for the chat; empty if it has none. */
  name: string;
}

/** One page of chats. */
export interface ChatPage {
  chats: ChatEntry[];
  /** The number to request the next page with; null on the last page. */
  next: number | null;
}

/** One message of a chat, with its key and the details by which people recognize the message. */
export interface MessageEntry {
  /** The whole key, verbatim. */
  key: string;
  /** The bare id; empty if the provider does not give it. */
  id: string;
  /** The text; empty for pictures, voice messages and the like. */
  text: string;
  /** Whether the account sent the message. */
  fromMe: boolean;
  /** Unix ms; null if the provider does not give a time that can be read. */
  sentAt: number | null;
}

/** One page of a chat's messages, the latest first. */
export interface MessagePage {
  messages: MessageEntry[];
  /** The number to request the next page with; null on the last page. */
  next: number | null;
}

/** The maximum number of bytes of a list that are read. Lists are long because a group comes with all its members. */
export const maxListBytes = 4 * 1024 * 1024;

/** The maximum length of a chat's name, in characters. */
const maxNameLength = 120;

/**
 * Returns the entry of a chat in which messages can be pinned, or an empty array for any other: channels, broadcasts and
 * statuses have no pins.
 * @param written the chat in the provider's spelling
 */
export function pinnableChat(written: string, name: string | null | undefined): ChatEntry[] {
  const chat = readChat(written);
  if (!chat || chat.kind === 'newsletter' || chat.kind === 'broadcast') return [];
  return [{ chat: chat.jid, name: (name ?? '').replace(/\s+/g, ' ').trim().slice(0, maxNameLength) }];
}
