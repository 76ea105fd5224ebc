import { readChat } from '../../references';

/** One chat of an account. */
export interface ChatEntry {
  /** Its JID, as `readChat` gives it. */
  chat: string;
  /** As the provider calls it; empty where it has no name. */
  name: string;
}

/** One page of chats. */
export interface ChatPage {
  chats: ChatEntry[];
  /** What to ask with for the next page; null on the last. */
  next: number | null;
}

/** One message of a chat, as it is pinned and as people know it. */
export interface MessageEntry {
  /** The whole key, verbatim. */
  key: string;
  /** The bare id; empty where the provider does not say. */
  id: string;
  /** Empty for pictures, voice and the like. */
  text: string;
  fromMe: boolean;
  /** Unix ms. */
  at: number | null;
}

/** One page of a chat's messages, the latest first. */
export interface MessagePage {
  messages: MessageEntry[];
  next: number | null;
}

/** Longest answer of a list that is read, in bytes: a group comes with all its members. */
export const maxListBytes = 4 * 1024 * 1024;

const maxNameLength = 120;

/** A chat in which messages can be pinned, or nothing: channels, broadcasts and statuses have no pins. */
export function chatEntry(written: string, name: string | null | undefined): ChatEntry[] {
  const read = readChat(written);
  if (!read || read.kind === 'newsletter' || read.kind === 'broadcast') return [];
  return [{ chat: read.jid, name: (name ?? '').replace(/\s+/g, ' ').trim().slice(0, maxNameLength) }];
}
