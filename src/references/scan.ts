/**
 * Reads structure out of any text in one pass: JSON, JSON lines, escaped or cut JSON, Python and JavaScript literals,
 * forms, query strings, `key=value` logs, HTML attributes. One tolerant scanner, because all of them are pasted, and
 * mixed, and cut anywhere; parsers of one format refuse most of that.
 */
import { classifyId } from './bare-id';
import { roleOf } from './keys';
import { findSerializedKeys } from './serialized-key';

/** A word or a quoted string, and where it stood. */
export interface Atom {
  text: string;
  at: number;
  /** Whether the end of the line or the text cut a quoted string off. */
  cut: boolean;
}

/** What stands between a pair of brackets or, outside of brackets, on one line. */
export interface Node {
  entries: { key: string; value: Atom | Node }[];
  /** What stands there without a key. */
  loose: (Atom | Node)[];
}

export const isNode = (value: Atom | Node): value is Node => 'entries' in value;
const emptyNode = (): Node => ({ entries: [], loose: [] });

/** Deeper brackets are passed over: nobody nests like that, and reading them would cost the stack. */
const maxDepth = 50;
/** A longer string holds no id of its own; it is read as words. */
const maxStringLength = 10_000;

const url = String.raw`[hH][tT]{2}[pP][sS]?:\/\/[^\s"'\x60<>\\?]+`;
const word = String.raw`(?:[^\s"'\x60{}[\]():=,;&?|<>\\*]|\*{3,}|\\+(?![\\"'\x60]))+`;
const token = () => new RegExp(String.raw`\\*["'\x60]|${url}|${word}|=>|[{}[\]():=\n\r,;&?|<>]|\s|[\\*]`, 'g');

/** A letter of any script, a digit, or a closing bracket. */
const closesSomething = /[\dA-Za-z\u0080-\uffff}\])]/;
const separator = /^[,;&?|>]$/;
const blank = /^[\s\\*]$/;

const namesMessage = (text: string): boolean =>
  text.length >= 16 && (classifyId(text) === 'certain' || findSerializedKeys(text).length > 0);

/** Brackets within brackets, and the lines outside of them. */
export function scan(text: string): Node[] {
  const lines: Node[] = [];
  const open: Node[] = [];
  let line = emptyNode();
  let words: Atom[] = [];
  let key: string | null = null;

  const put = (value: Atom | Node): void => {
    const node = open.at(-1) ?? line;
    if (key === null) node.loose.push(value);
    else node.entries.push({ key, value });
    key = null;
  };
  const flush = (): void => {
    for (const one of words) put(one);
    words = [];
  };
  const end = (): void => {
    flush();
    key = null;
  };
  const endLine = (): void => {
    end();
    if (open.length > 0 || line.entries.length + line.loose.length === 0) return;
    lines.push(line);
    line = emptyNode();
  };
  const take = (atom: Atom): void => {
    if (key !== null) put(atom);
    else if (atom.text !== '') words.push(atom);
  };

  const tokens = token();
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const [piece] = match;
    const last = piece.charAt(piece.length - 1);
    if (last === '"' || last === "'" || last === '`') {
      const string = readString(text, match.index, piece, key !== null);
      if (string) {
        take(string);
        tokens.lastIndex = string.end;
      }
    } else if (piece === ':' || piece === '=' || piece === '=>') {
      const name = words.pop();
      if (!name) continue;
      // `3EB0…: pin this` is about that message; it is no key.
      if (namesMessage(name.text)) {
        words.push(name);
        end();
        continue;
      }
      const before = words.at(-1);
      const both = before ? `${before.text} ${name.text}` : '';
      if (both && roleOf(both).role !== 'other') words.pop();
      flush();
      key = both && roleOf(both).role !== 'other' ? both : name.text;
    } else if (piece === '{' || piece === '[' || piece === '(') {
      flush();
      if (open.length >= maxDepth) continue;
      const node = emptyNode();
      put(node);
      open.push(node);
    } else if (piece === '}' || piece === ']' || piece === ')') {
      end();
      if (!open.pop()) endLine();
    } else if (piece === '\n' || piece === '\r' || piece === '<') {
      if (open.length === 0) endLine();
    } else if (separator.test(piece)) end();
    else if (!blank.test(piece)) take({ text: withoutStop(piece), at: match.index, cut: false });
  }
  open.length = 0;
  endLine();
  return lines;
}

/**
 * The string that a quote opens, or null where the quote opens none: it closes one whose start was not selected, it is
 * an apostrophe, or it stands around JSON or pairs, which are read as if it were not there.
 * In escaped JSON a quote with backslashes is closed by one with as many.
 */
function readString(text: string, at: number, delimiter: string, isValue: boolean): (Atom & { end: number }) | null {
  const quote = delimiter.charAt(delimiter.length - 1);
  if (closesSomething.test(text.charAt(at - 1))) return null;
  const start = at + delimiter.length;
  let slashes = 0;
  let close = start;
  for (; close < text.length && close - start < maxStringLength; close += 1) {
    const char = text.charAt(close);
    if (char === '\n' || (char === quote && slashes < delimiter.length)) break;
    slashes = char === '\\' ? slashes + 1 : 0;
  }
  const found = text.charAt(close) === quote && close < text.length;
  const atEnd = close >= text.length || text.charAt(close) === '\n';
  if (!found) return atEnd && isValue ? cutString(text, start, close) : null;
  const inside = text.slice(start, close - slashes);
  if (/^\s*[{[]|\{\\+"/.test(inside)) return null;
  const next = text.slice(close + 1, close + 9);
  if (!isValue && /[=:]/.test(inside) && !/^\\*\s*[:=]/.test(next)) return null;
  return { text: withoutSlashes(inside), at: start, cut: false, end: close + 1 };
}

/** A value without its closing quote is its first word; where the line ends with it, there may have been more of it. */
function cutString(text: string, start: number, lineEnd: number): Atom & { end: number } {
  const space = text.slice(start, lineEnd).search(/[\s,}\]]/);
  const end = space < 0 ? lineEnd : start + space;
  return { text: withoutSlashes(text.slice(start, end)), at: start, cut: space < 0, end };
}

/** The stop of a sentence; several stand for what was left out. */
const withoutStop = (word: string): string => (/[^.]\.$/.test(word) ? word.slice(0, -1) : word);

function withoutSlashes(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\+(.)/g, '$1');
}
