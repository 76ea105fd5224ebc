import type { Key } from '../keys';
import { classAt, classes } from './characters';

/** Whole lines of a text, with all lines of the brackets that open in them. */
export interface Block {
  start: number;
  end: number;
}

/** The number of hexadecimal digits in the shortest id. */
const minIdLength = 16;
const lineFeed = 10;
/** The roles of keys that say nothing about a message. */
const idleRoles = new Set(['other', 'unrelated', 'detail']);
/** Tells whether a key says nothing about a message. Logs use `msg` for the text of a line. */
const isIdle = ({ name, role }: Key): boolean => idleRoles.has(role) || name === 'msg';
const isLetterOfKey = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 64 && code < 91) || code === 95 || code === 45 || code === 46;
const maxKeyLength = 40;
/** The maximum number of quotes, brackets and blanks between a key and its colon. */
const maxGap = 8;

/**
 * Finds the blocks that may name a message or state a fact about one: those with 16 hexadecimal digits in a row, the
 * start of a whole key, or a key with a meaning. Most lines of a log have none of them and need not be read. Brackets
 * are matched without regard to quotes.
 */
export function findBlocks(text: string, readKey: (key: string) => Key): Block[] {
  const blocks: { start: number; end: number; isRelevant: boolean }[] = [];
  let block = { start: 0, end: 0, isRelevant: false };
  const openBlocks: number[] = [];
  let digits = 0;
  for (let position = 0; position < text.length; position += 1) {
    const characterClass = classAt(text, position);
    if (characterClass === classes.hexDigit) {
      digits += 1;
      if (digits === minIdLength) block.isRelevant = true;
      continue;
    }
    digits = 0;
    if (characterClass === classes.lineEnd && text.charCodeAt(position) === lineFeed) {
      // A line that is not relevant is dropped at once, unless it is inside a bracket that may still be closed.
      if (block.isRelevant || openBlocks.length > 0) {
        block.end = position;
        blocks.push(block);
        block = { start: 0, end: 0, isRelevant: false };
      }
      block.start = position + 1;
    } else if (characterClass === classes.open) openBlocks.push(blocks.length);
    else if (characterClass === classes.close) {
      const opened = openBlocks.pop();
      const first = opened === undefined ? undefined : blocks[opened];
      if (opened === undefined || !first) continue;
      for (const inner of blocks.splice(opened)) if (inner.isRelevant) block.isRelevant = true;
      block.start = first.start;
    } else if (characterClass === classes.pair) block.isRelevant ||= endsInKey(text, position, readKey);
    else if (characterClass === classes.underscore) block.isRelevant ||= isAfterDirection(text, position);
  }
  block.end = text.length;
  return [...blocks, block].filter(({ isRelevant }) => isRelevant);
}

/** Tells whether `true` or `false`, with which a whole key starts, stands before a position. */
const isAfterDirection = (text: string, position: number): boolean =>
  text.charAt(position - 1) === 'e' &&
  (text.startsWith('true', position - 4) || text.startsWith('false', position - 5));

/** Tells whether a key with a meaning, of one word or two, stands before a colon or an equals sign. */
function endsInKey(text: string, position: number, readKey: (key: string) => Key): boolean {
  let end = position;
  while (position - end < maxGap && !isLetterOfKey(text.charCodeAt(end - 1))) {
    // No such key ends in a digit, as the hours and minutes of a time do.
    if (classAt(text, end - 1) === classes.hexDigit) return false;
    end -= 1;
  }
  const start = startOfWord(text, end);
  if (!isIdle(readKey(text.slice(start, end)))) return true;
  const first = text.charCodeAt(start - 1) === 32 ? startOfWord(text, start - 1) : start;
  return first < start - 1 && !isIdle(readKey(text.slice(first, end)));
}

function startOfWord(text: string, end: number): number {
  let start = end;
  while (end - start < maxKeyLength && isLetterOfKey(text.charCodeAt(start - 1))) start -= 1;
  return start;
}
