/**
 * Where the chat of a message comes from: the text itself, the field Chat, an earlier accepted request for the same
 * message, or the account's default chat. The last two are filled in, and shown as filled in.
 */
export const chatSources = ['text', 'typed', 'earlier', 'default'] as const;
export type ChatSource = (typeof chatSources)[number];

/** Returns whether the chat was filled in, rather than given for this message. */
export const isFilledIn = (from: ChatSource | null | undefined): boolean => from === 'earlier' || from === 'default';
