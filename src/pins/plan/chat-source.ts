/**
 * Who said in which chat a message is: the text itself, the user in the field, an earlier accepted request for the same
 * message, or the account's default chat. The last two are filled in, and shown as filled in.
 */
export const chatSources = ['text', 'typed', 'earlier', 'default'] as const;
export type ChatSource = (typeof chatSources)[number];

/** Returns whether the chat was filled in: nobody has said it for this message. */
export const isFilledIn = (from: ChatSource | null | undefined): boolean => from === 'earlier' || from === 'default';
