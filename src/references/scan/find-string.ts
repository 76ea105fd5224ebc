import { kinds } from './token-kinds';

/** A string in a text. `start` and `end` are without its quotes; reading goes on at `next`. */
interface FoundString {
  /** One of the kinds of strings. */
  kind: number;
  start: number;
  end: number;
  next: number;
}

/** The maximum length of a string that is read as one value, in characters. Longer strings are read word by word. */
const maxStringLength = 10_000;
/** A quote directly after a letter of any script, a digit or a closing bracket does not open a string. */
const beforeClosingQuote = /[\dA-Za-z\u0080-\uffff}\])]/;

/**
 * Finds the string that a quote opens. Returns null if the quote opens no string: it is an apostrophe, it closes a
 * string whose start was not selected, or it surrounds JSON or pairs, which are read as if the quote were not there. In
 * escaped JSON, a quote with backslashes is closed by a quote with as many backslashes.
 * @param position the position of the quote, or of the first backslash before it
 * @param start the position after the quote
 */
export function findString(text: string, position: number, start: number, isValue: boolean): FoundString | null {
  if (beforeClosingQuote.test(text.charAt(position - 1))) return null;
  const quote = text.charCodeAt(start - 1);
  const end = Math.min(text.length, start + maxStringLength);
  let slashes = 0;
  let hasPair = false;
  let hasBrace = false;
  let close = start;
  for (; close < end; close += 1) {
    const code = text.charCodeAt(close);
    if (code === 92) slashes += 1;
    else {
      if (code === 10 || (code === quote && slashes < start - position)) break;
      if (code === 58 || code === 61) hasPair = true;
      else if (code === 123) hasBrace = true;
      slashes = 0;
    }
  }
  if (close >= end || text.charCodeAt(close) === 10) {
    return isValue && (end === text.length || close < end) ? startOfString(text, start, close) : null;
  }
  const inside = text.slice(start, close - slashes);
  if (/^\s*[{[]/.test(inside) || (hasBrace && /\{\\+"/.test(inside))) return null;
  if (!isValue && hasPair && !/^\\*\s{0,8}[:=]/.test(text.slice(close + 1, close + 9))) return null;
  return { kind: kinds.string, start, end: close - slashes, next: close + 1 };
}

/**
 * Finds the first word of a value whose closing quote is missing. If the line ends after the word, the value may have
 * been longer.
 */
function startOfString(text: string, start: number, lineEnd: number): FoundString {
  const space = text.slice(start, lineEnd).search(/[\s,}\]]/);
  const end = space < 0 ? lineEnd : start + space;
  return { kind: space < 0 ? kinds.cutString : kinds.stringStart, start, end, next: end };
}
