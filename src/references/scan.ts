/**
 * Reads the structure of any text in one pass: JSON, JSON lines, escaped or cut JSON, Python and JavaScript literals,
 * forms, query strings, `key=value` logs, HTML attributes. A single tolerant scanner reads them all, because pasted
 * text mixes formats and may be cut anywhere, which a parser for one format would reject.
 */
import { classifyId } from './bare-id';
import { roleOf } from './keys';
import { findSerializedKeys } from './serialized-key';

/** A word or a quoted string. */
export interface Atom {
  text: string;
  /** The position in the text, in characters. */
  offset: number;
  /** Whether a quoted string was not closed before the end of the line or the text. */
  isCut: boolean;
}

/** The content of a pair of brackets or, outside brackets, of one line. */
export interface Node {
  entries: { key: string; value: Atom | Node }[];
  /** The values without a key. */
  loose: (Atom | Node)[];
}

export const isNode = (value: Atom | Node): value is Node => 'entries' in value;
const emptyNode = (): Node => ({ entries: [], loose: [] });

/** Brackets nested deeper than this are ignored, so that reading the nodes cannot overflow the stack. */
const maxDepth = 50;
/** The maximum length of a string that is read as one value, in characters. Longer strings are read word by word. */
const maxStringLength = 10_000;

const url = String.raw`[hH][tT]{2}[pP][sS]?:\/\/[^\s"'\x60<>\\?]+`;
const word = String.raw`(?:[^\s"'\x60{}[\]():=,;&?|<>\\*]|\*{3,}|\\+(?![\\"'\x60]))+`;
const token = () => new RegExp(String.raw`\\*["'\x60]|${url}|${word}|=>|[{}[\]():=\n\r,;&?|<>]|\s|[\\*]`, 'g');

/** A quote directly after a letter of any script, a digit or a closing bracket does not open a string. */
const beforeClosingQuote = /[\dA-Za-z\u0080-\uffff}\])]/;
const separator = /^[,;&?|>]$/;
const blank = /^[\s\\*]$/;

const namesMessage = (text: string): boolean =>
  text.length >= 16 && (classifyId(text) === 'certain' || findSerializedKeys(text).length > 0);

/** Scans a text into one node for each line. Brackets are nodes inside the line where they open. */
export function scan(text: string): Node[] {
  const lines: Node[] = [];
  const open: Node[] = [];
  let line = emptyNode();
  let words: Atom[] = [];
  let key: string | null = null;

  const putValue = (value: Atom | Node): void => {
    const node = open.at(-1) ?? line;
    if (key === null) node.loose.push(value);
    else node.entries.push({ key, value });
    key = null;
  };
  const flushWords = (): void => {
    for (const word of words) putValue(word);
    words = [];
  };
  const endEntry = (): void => {
    flushWords();
    key = null;
  };
  const endLine = (): void => {
    endEntry();
    if (open.length > 0 || line.entries.length + line.loose.length === 0) return;
    lines.push(line);
    line = emptyNode();
  };
  const takeAtom = (atom: Atom): void => {
    if (key !== null) putValue(atom);
    else if (atom.text !== '') words.push(atom);
  };

  const tokens = token();
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const [piece] = match;
    const last = piece.charAt(piece.length - 1);
    if (last === '"' || last === "'" || last === '`') {
      const string = readString(text, match.index, piece, key !== null);
      if (string) {
        takeAtom(string);
        tokens.lastIndex = string.end;
      }
    } else if (piece === ':' || piece === '=' || piece === '=>') {
      const name = words.pop();
      if (!name) continue;
      // In `3EB0…: pin this` the text before the colon is a message id, not a key.
      if (namesMessage(name.text)) {
        words.push(name);
        endEntry();
        continue;
      }
      const before = words.at(-1);
      const both = before ? `${before.text} ${name.text}` : '';
      if (both && roleOf(both).role !== 'other') words.pop();
      flushWords();
      key = both && roleOf(both).role !== 'other' ? both : name.text;
    } else if (piece === '{' || piece === '[' || piece === '(') {
      flushWords();
      if (open.length >= maxDepth) continue;
      const node = emptyNode();
      putValue(node);
      open.push(node);
    } else if (piece === '}' || piece === ']' || piece === ')') {
      endEntry();
      if (!open.pop()) endLine();
    } else if (piece === '\n' || piece === '\r' || piece === '<') {
      if (open.length === 0) endLine();
    } else if (separator.test(piece)) endEntry();
    else if (!blank.test(piece)) takeAtom({ text: withoutStop(piece), offset: match.index, isCut: false });
  }
  open.length = 0;
  endLine();
  return lines;
}

/**
 * Reads the string that a quote opens. Returns null if the quote opens no string: it is an apostrophe, it closes a
 * string whose start was not selected, or it surrounds JSON or pairs, which are read as if the quote were not there. In
 * escaped JSON, a quote with backslashes is closed by a quote with as many backslashes.
 */
function readString(text: string, at: number, delimiter: string, isValue: boolean): (Atom & { end: number }) | null {
  const quote = delimiter.charAt(delimiter.length - 1);
  if (beforeClosingQuote.test(text.charAt(at - 1))) return null;
  const start = at + delimiter.length;
  let slashes = 0;
  let close = start;
  for (; close < text.length && close - start < maxStringLength; close += 1) {
    const char = text.charAt(close);
    if (char === '\n' || (char === quote && slashes < delimiter.length)) break;
    slashes = char === '\\' ? slashes + 1 : 0;
  }
  const isClosed = text.charAt(close) === quote && close < text.length;
  const atEnd = close >= text.length || text.charAt(close) === '\n';
  if (!isClosed) return atEnd && isValue ? cutString(text, start, close) : null;
  const inside = text.slice(start, close - slashes);
  if (/^\s*[{[]|\{\\+"/.test(inside)) return null;
  const next = text.slice(close + 1, close + 9);
  if (!isValue && /[=:]/.test(inside) && !/^\\*\s*[:=]/.test(next)) return null;
  return { text: withoutSlashes(inside), offset: start, isCut: false, end: close + 1 };
}

/**
 * Reads the first word of a value whose closing quote is missing. If the line ends after the word, the value may have
 * been longer.
 */
function cutString(text: string, start: number, lineEnd: number): Atom & { end: number } {
  const space = text.slice(start, lineEnd).search(/[\s,}\]]/);
  const end = space < 0 ? lineEnd : start + space;
  return { text: withoutSlashes(text.slice(start, end)), offset: start, isCut: space < 0, end };
}

/** Removes the full stop of a sentence. Several dots are kept: they stand for characters that were left out. */
const withoutStop = (word: string): string => (/[^.]\.$/.test(word) ? word.slice(0, -1) : word);

function withoutSlashes(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\+(.)/g, '$1');
}
