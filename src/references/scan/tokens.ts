import { classAt, classes } from './characters';
import type { Block } from './find-blocks';
import { findString } from './find-string';
import { kinds } from './token-kinds';

/** The tokens of a text. Each part of a token has a list of its own, because a text of 1 MB has some 200 000 tokens. */
export interface Tokens {
  count: number;
  kinds: Uint8Array;
  /** The positions in the text where the tokens start and end. Those of a string are without its quotes. */
  starts: Int32Array;
  ends: Int32Array;
  /** 1 for a bracket that belongs to a pair, 0 for another bracket; set by `matchBrackets`. */
  isPaired: Uint8Array;
}

/** Creates a list for the tokens of a text of that length. A text has at most as many tokens as characters. */
export const createTokens = (length: number): Tokens => ({
  count: 0,
  kinds: new Uint8Array(length),
  starts: new Int32Array(length),
  ends: new Int32Array(length),
  isPaired: new Uint8Array(length),
});

const endOfAddress = /[\s"'`<>\\?()[\]]|$/g;

/**
 * Splits a part of a text into tokens, in one pass. The surroundings of a quote decide whether it opens a string (see
 * `findString`). Time and space are linear in the length of the part.
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

  let position = first;
  while (position < last) {
    const start = position;
    position = endOfWord(text, position);
    if (position > start) {
      if (text.startsWith('://', position) && /^https?$/i.test(text.slice(start, Math.min(position, start + 6)))) {
        endOfAddress.lastIndex = position;
        position = endOfAddress.exec(text)?.index ?? last;
      }
      add(kinds.word, start, withoutStop(text, start, position));
      continue;
    }
    const characterClass = classAt(text, start);
    position += 1;
    if (characterClass >= classes.pair) {
      if (isInSmiley(text, start)) continue;
      if (characterClass === classes.open) openCount += 1;
      else if (characterClass === classes.close && openCount > 0) openCount -= 1;
      else if (text.startsWith('=>', start)) position += 1;
      add(characterClass, start, position);
    } else if (characterClass === classes.asterisk) position = endOfRun(text, start);
    else if (characterClass !== classes.blank) {
      if (characterClass === classes.backslash) position = endOfRun(text, start) + 1;
      // Otherwise it is an escaped line break.
      if (classAt(text, position - 1) === classes.quote) {
        const string = findString(text, start, position, isAfterPair);
        if (!string) continue;
        add(string.kind, string.start, string.end);
        position = string.next;
      } else add(kinds.lineEnd, start, position);
    }
  }
  tokens.count = count;
}

/** Returns the end of a run of equal characters. */
function endOfRun(text: string, start: number): number {
  const code = text.charCodeAt(start);
  let end = start + 1;
  while (text.charCodeAt(end) === code) end += 1;
  return end;
}

/** Returns the end of the word at a position; the position itself if there is no word. */
function endOfWord(text: string, start: number): number {
  let position = start;
  for (;;) {
    const characterClass = classAt(text, position);
    if (characterClass <= classes.underscore) position += 1;
    else if (characterClass === classes.asterisk || characterClass === classes.backslash) {
      const end = endOfRun(text, position);
      // Three asterisks or more stand for characters that were left out; fewer are marks of Markdown. An escaped quote
      // or line break ends a word. An escaped tab does not: it looks like a part of a path, as in `C:\media\true_…`.
      const isInWord =
        characterClass === classes.asterisk
          ? end - position > 2
          : classAt(text, end) !== classes.quote && !/[nr]/.test(text.charAt(end));
      if (!isInWord) return position;
      position = end;
    } else return position;
  }
}

/** Removes the full stop of a sentence. Several dots are kept: they stand for characters that were left out. */
const withoutStop = (text: string, start: number, end: number): number =>
  end - start > 1 && text.charAt(end - 1) === '.' && text.charAt(end - 2) !== '.' ? end - 1 : end;

/** Tells whether a character is the mouth of a smiley: `:(`, `;-)`. */
const isInSmiley = (text: string, position: number): boolean =>
  /^[()]/.test(text.charAt(position)) &&
  /[:;]-?(?:\(\s|\($|\))/.test(text.slice(Math.max(0, position - 2), position + 2));
