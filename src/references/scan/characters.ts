/** The classes of characters. Those up to `underscore` are the characters of words. */
export const classes = {
  word: 0,
  hexDigit: 1,
  underscore: 2,
  blank: 3,
  quote: 4,
  asterisk: 5,
  backslash: 6,
  /** `:` or `=`. */
  pair: 7,
  open: 8,
  close: 9,
  separator: 10,
  /** The end of a line, or the `<` before the name of an element. */
  lineEnd: 11,
} as const;

const classOfAscii = new Uint8Array(128);
const members = ['0123456789ABCDEFabcdef', '_', ' \t\v\f', '"\'`', '*', '\\', ':=', '{[(', '}])', ',;&?|>', '\n\r<'];
for (const [index, chars] of members.entries()) {
  for (const char of chars) classOfAscii[char.charCodeAt(0)] = index + 1;
}
const blankBeyondAscii = /\s/;

/** Returns the class of the character at a position; `blank` beyond the end of the text. */
export function classAt(text: string, position: number): number {
  const code = text.charCodeAt(position);
  if (code < 128) return classOfAscii[code] as number;
  return code > 127 && !blankBeyondAscii.test(text.charAt(position)) ? classes.word : classes.blank;
}
