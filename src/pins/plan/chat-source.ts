/**
 * Who says in which chat a message is: the text itself, the user at the field, an earlier accepted request for the same
 * message, or the account's default. The last two are filled in, and shown as that.
 */
export const chatSources = ['text', 'typed', 'earlier', 'default'] as const;
export type ChatSource = (typeof chatSources)[number];

/** Whether nobody has said the chat for this very message. */
export const isFilledIn = (from: ChatSource | null | undefined): boolean => from === 'earlier' || from === 'default';
