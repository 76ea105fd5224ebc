import type { Block } from './find-blocks';
import { findString } from './find-string';

/** The kinds of tokens. Blanks are no tokens. */
export const kinds = {
  word: 0,
  string: 1,
  /** A string whose closing quote is missing, up to the first blank. */
  stringStart: 2,
  /** A string that was cut at the end of its line. */
  cutString: 3,
  /** `:`, `=` or `=>` between a key and its value. */
  pair: 4,
  open: 5,
  close: 6,
  /** `,`, `;`, `&`, `?`, `|` or `>`. */
  separator: 7,
  /** The end of a line, also an escaped one, or the `<` before the name of an element. */
  lineEnd: 8,
} as const;

/** The tokens of a text, as one list for each part of a token, because a text of 1 MB has some 200 000. */
export interface Tokens {
  count: number;
  kinds: Uint8Array;
  /** The positions in the text where the tokens start and end. Those of a string are without its quotes. */
  starts: Int32Array;
  ends: Int32Array;
}

/** Creates a list for the tokens of a text of that length. A text has at most as many tokens as characters. */
export const createTokens = (length: number): Tokens => ({
  count: 0,
  kinds: new Uint8Array(length),
  starts: new Int32Array(length),
  ends: new Int32Array(length),
});

const classes = { word: 0, blank: 1, quote: 2, star: 3, slash: 4, mark: 5 } as const;
const classOf = new Uint8Array(128);
/** The kind of a token that has one character. */
const kindOf = new Uint8Array(128);
const define = (chars: string, characterClass: number, kind = 0): void => {
  for (const char of chars) {
    classOf[char.charCodeAt(0)] = characterClass;
    kindOf[char.charCodeAt(0)] = kind;
  }
};
define(' \t\v\f', classes.blank);
define('"\'`', classes.quote);
define('*', classes.star);
define('\\', classes.slash);
define(':=', classes.mark, kinds.pair);
define('{[(', classes.mark, kinds.open);
define('}])', classes.mark, kinds.close);
define(',;&?|>', classes.mark, kinds.separator);
define('\n\r<', classes.mark, kinds.lineEnd);

/** The letters of escaped line breaks. An escaped tab looks like a part of a path: `C:\\media\\true_…`. */
const [letterN, letterR] = [110, 114];
const blankBeyondAscii = /\s/;
const endOfAddress = /[\s"'`<>\\?()[\]]|$/g;

/**
 * Splits a part of a text into tokens, in one pass. Quotes are judged where they stand (see `findString`). Time and space
 * are linear in the length of the part.
 * @param tokens the list that is overwritten with the tokens of this part
 */
export function tokenize(text: string, { start: first, end: last }: Block, tokens: Tokens): void {
  let count = 0;
  let openCount = 0;
  let isAfterPair = false;
  const add = (kind: number, start: number, end: number): void => {
    tokens.kinds[count] = kind;
    tokens.starts[count] = start;
    tokens.ends[count] = end;
    count += 1;
    if (kind !== kinds.lineEnd || openCount === 0) isAfterPair = kind === kinds.pair;
  };

  let at = first;
  while (at < last) {
    const start = at;
    at = endOfWord(text, at);
    if (at > start) {
      if (at - start < 6 && text.startsWith('://', at) && /^https?$/i.test(text.slice(start, at)))
        at = addressEnd(text, at);
      add(kinds.word, start, withoutStop(text, start, at));
      continue;
    }
    at += 1;
    const code = text.charCodeAt(start);
    const characterClass = code < 128 ? classOf[code] : classes.blank;
    if (characterClass === classes.mark) {
      if ((code === 40 || code === 41) && isInSmiley(text, start)) continue;
      const kind = kindOf[code] as number;
      if (kind === kinds.open) openCount += 1;
      else if (kind === kinds.close && openCount > 0) openCount -= 1;
      else if (code === 61 && text.charCodeAt(at) === 62) at += 1;
      add(kind, start, at);
    } else if (characterClass === classes.star) at = endOfRun(text, start, code);
    else if (characterClass !== classes.blank) {
      at = characterClass === classes.slash ? endOfRun(text, start, code) + 1 : at;
      // Otherwise it is an escaped line break.
      if (isQuote(text.charCodeAt(at - 1))) {
        const string = findString(text, start, at, isAfterPair);
        if (!string) continue;
        add(kinds[string.kind], string.start, string.end);
        at = string.next;
      } else add(kinds.lineEnd, start, at);
    }
  }
  tokens.count = count;
}

const isQuote = (code: number): boolean => classOf[code] === classes.quote;

/** Returns the end of a run of equal characters. */
function endOfRun(text: string, start: number, code: number): number {
  let end = start + 1;
  while (text.charCodeAt(end) === code) end += 1;
  return end;
}

/** Returns the end of the word at a position; the position itself if there is no word. */
function endOfWord(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code < 128 ? classOf[code] === classes.word : code > 127 && !blankBeyondAscii.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    // Three asterisks or more stand for characters that were left out; fewer are marks of Markdown.
    if (code === 42) {
      const end = endOfRun(text, at, code);
      if (end - at < 3) return at;
      at = end;
    } else if (code === 92) {
      const end = endOfRun(text, at, code);
      const next = text.charCodeAt(end);
      if (next === letterN || next === letterR || isQuote(next)) return at;
      at = end;
    } else return at;
  }
}

function addressEnd(text: string, at: number): number {
  endOfAddress.lastIndex = at;
  return endOfAddress.exec(text)?.index ?? text.length;
}

/** Removes the full stop of a sentence. Several dots are kept: they stand for characters that were left out. */
function withoutStop(text: string, start: number, end: number): number {
  return end - start > 1 && text.charCodeAt(end - 1) === 46 && text.charCodeAt(end - 2) !== 46 ? end - 1 : end;
}

/** Tells whether a parenthesis is the mouth of a smiley: `:(`, `;-)`. */
function isInSmiley(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 40 || code === 41) && /[:;]-?(?:\(\s|\($|\))/.test(text.slice(Math.max(0, at - 2), at + 2));
}
