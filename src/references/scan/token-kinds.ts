import { classes } from './characters';

/** The kinds of tokens. Blanks are no tokens. */
export const kinds = {
  word: 0,
  string: 1,
  /** A string whose closing quote is missing, up to the first blank. */
  stringStart: 2,
  /** A string that was cut at the end of its line. */
  cutString: 3,
  /** `:`, `=` or `=>` between a key and its value. */
  pair: classes.pair,
  open: classes.open,
  close: classes.close,
  /** `,`, `;`, `&`, `?`, `|` or `>`. */
  separator: classes.separator,
  /** The end of a line, also an escaped one, or the `<` before the name of an element. */
  lineEnd: classes.lineEnd,
} as const;
