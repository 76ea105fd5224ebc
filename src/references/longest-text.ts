/**
 * The maximum length of a text that is read and kept, in characters. The draft is kept in session storage, which holds
 * 10 MB.
 */
export const maxTextLength = 1_000_000;
