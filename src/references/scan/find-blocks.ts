import type { Key } from '../keys';

/** Whole lines of a text, with all lines of the brackets that open in them. */
export interface Block {
  start: number;
  end: number;
}

const marks = { none: 0, hex: 1, lineEnd: 2, pair: 3, underscore: 4, open: 5, close: 6 } as const;
const markOf = new Uint8Array(128);
const define = (chars: string, mark: number): void => {
  for (const char of chars) markOf[char.charCodeAt(0)] = mark;
};
define('0123456789ABCDEFabcdef', marks.hex);
define('\n', marks.lineEnd);
define(':=', marks.pair);
define('_', marks.underscore);
define('([{', marks.open);
define(')]}', marks.close);

/** The number of hexadecimal digits in the shortest id. */
const minIdLength = 16;
/** The keys of a line that carries nothing about a message have these roles. */
const idleRoles = new Set(['other', 'unrelated', 'detail']);
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
  const blocks: { start: number; end: number; isWorth: boolean }[] = [];
  let block = { start: 0, end: 0, isWorth: false };
  const openBlocks: number[] = [];
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const mark = code < 128 ? markOf[code] : marks.none;
    if (mark === marks.hex) {
      digits += 1;
      if (digits === minIdLength) block.isWorth = true;
      continue;
    }
    digits = 0;
    if (mark === marks.none) continue;
    if (mark === marks.lineEnd) {
      block.end = at;
      blocks.push(block);
      block = { start: at + 1, end: at + 1, isWorth: false };
    } else if (mark === marks.open) openBlocks.push(blocks.length);
    else if (mark === marks.close) {
      const opened = openBlocks.pop();
      const first = opened === undefined ? undefined : blocks[opened];
      if (opened === undefined || !first) continue;
      for (const inner of blocks.splice(opened)) if (inner.isWorth) block.isWorth = true;
      block.start = first.start;
    } else if (!block.isWorth) {
      block.isWorth =
        mark === marks.pair ? endsInKey(text, at, readKey) : /(?:true|false)$/.test(text.slice(at - 5, at));
    }
  }
  block.end = text.length;
  return [...blocks, block].filter(({ isWorth }) => isWorth);
}

/** Tells whether a key with a meaning, of one word or two, stands before a colon or an equals sign. */
function endsInKey(text: string, at: number, readKey: (key: string) => Key): boolean {
  let end = at;
  while (at - end < maxGap && !isLetterOfKey(text.charCodeAt(end - 1))) {
    // No such key ends in a digit, as the hours and minutes of a time do.
    if (markOf[text.charCodeAt(end - 1)] === marks.hex) return false;
    end -= 1;
  }
  const start = startOfWord(text, end);
  if (!idleRoles.has(readKey(text.slice(start, end)).role)) return true;
  const first = text.charCodeAt(start - 1) === 32 ? startOfWord(text, start - 1) : start;
  return first < start - 1 && !idleRoles.has(readKey(text.slice(first, end)).role);
}

function startOfWord(text: string, end: number): number {
  let start = end;
  while (end - start < maxKeyLength && isLetterOfKey(text.charCodeAt(start - 1))) start -= 1;
  return start;
}
