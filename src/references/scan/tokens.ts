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

const classes = { word: 0, blank: 1, quote: 2, star: 3, slash: 4, colon: 5, equals: 6, other: 7 } as const;
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
define(':', classes.colon);
define('=', classes.equals);
define('{[(', classes.other, kinds.open);
define('}])', classes.other, kinds.close);
define(',;&?|>', classes.other, kinds.separator);
define('\n\r<', classes.other, kinds.lineEnd);

/** The letters of escaped line breaks. An escaped tab looks like a part of a path: `C:\\media\\true_…`. */
const [letterN, letterR] = [110, 114];
const blankBeyondAscii = /\s/;
const endOfAddress = /[\s"'`<>\\?()[\]]|$/g;

/**
 * Splits a text into tokens, in one pass. Quotes are judged where they stand (see `findString`). Time and space are
 * linear in the length of the text.
 */
export function tokenize(text: string): Tokens {
  const { length } = text;
  // A text has at most as many tokens as characters. Pages of memory that are never written cost nothing.
  const tokens = { kinds: new Uint8Array(length), starts: new Int32Array(length), ends: new Int32Array(length) };
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

  let at = 0;
  while (at < length) {
    const start = at;
    at = endOfWord(text, at);
    if (at > start) {
      if (at - start < 6 && text.startsWith('://', at) && /^https?$/i.test(text.slice(start, at)))
        at = addressEnd(text, at);
      add(kinds.word, start, withoutStop(text, start, at));
      continue;
    }
    const code = text.charCodeAt(at);
    const characterClass = classAt(text, at);
    if (characterClass === classes.slash || characterClass === classes.quote) {
      const quoteAt = endOfRun(text, at);
      if (classAt(text, quoteAt) === classes.quote) {
        const string = findString(text, at, quoteAt + 1, isAfterPair);
        at = quoteAt + 1;
        if (string) {
          add(kinds[string.kind], string.start, string.end);
          at = string.next;
        }
      } else {
        at = quoteAt + 1;
        add(kinds.lineEnd, start, at);
      }
    } else if (characterClass === classes.star) at = endOfRun(text, at);
    else if (characterClass === classes.blank || isInSmiley(text, at)) at += 1;
    else if (characterClass === classes.colon || characterClass === classes.equals) {
      at += characterClass === classes.equals && text.charAt(at + 1) === '>' ? 2 : 1;
      add(kinds.pair, start, at);
    } else {
      at += 1;
      const kind = kindOf[code] ?? 0;
      if (kind === kinds.open) openCount += 1;
      if (kind === kinds.close && openCount > 0) openCount -= 1;
      add(kind, start, at);
    }
  }
  return { ...tokens, count };
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return classOf[code] ?? classes.word;
  return blankBeyondAscii.test(text.charAt(at)) ? classes.blank : classes.word;
}

/** Returns the end of a run of equal characters. */
function endOfRun(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code !== 42 && code !== 92) return start;
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
      const end = endOfRun(text, at);
      if (end - at < 3) return at;
      at = end;
    } else if (code === 92) {
      const end = endOfRun(text, at);
      const next = text.charCodeAt(end);
      if (next === letterN || next === letterR) return at;
      if (classAt(text, end) === classes.quote) return at;
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
