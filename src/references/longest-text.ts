/** How long a text may be, in characters, to be read and kept: the draft lives in memory, where there is room for 10 MB. */
export const maxTextLength = 1_000_000;
