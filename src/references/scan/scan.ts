/**
 * Reads the structure of any text: JSON, JSON lines, escaped or cut JSON, Python and JavaScript literals, forms, query
 * strings, `key=value` logs, HTML attributes. A single tolerant scanner reads them all, because pasted text mixes formats
 * and may be cut anywhere, which a parser for one format would reject.
 */
import { classifyId } from '../bare-id';
import { createKeyReader, type Key } from '../keys';
import { findSerializedKeys } from '../serialized-key';
import { matchBrackets } from './match-brackets';
import { type Atom, createNode, type Node } from './node';
import { resolveEscapes } from './resolve-escapes';
import { kinds, tokenize } from './tokens';

/** Brackets nested deeper than this are ignored, so that reading the nodes cannot overflow the stack. */
const maxDepth = 50;
/** The length of the shortest value that names a message without the help of its key, in characters. */
const minFreeLength = 16;
/** The length of the shortest value that may name a message in a list of messages, in characters. */
const minListedLength = 7;

/** The maximum length of the first word of a key of two words, such as `Message ID`, in characters. */
const maxFirstWordLength = 12;

const namesMessage = (text: string): boolean =>
  text.length >= minFreeLength && (classifyId(text) === 'certain' || findSerializedKeys(text).length > 0);

/**
 * Scans a text into one node for each line that may name a message or state a fact about one. Brackets are nodes inside
 * the line where they open.
 */
export function scan(text: string): Node[] {
  const tokens = tokenize(text);
  const isPaired = matchBrackets(text, tokens);
  const readKey = createKeyReader();
  const lines: Node[] = [];
  const open: { node: Node; key: Key | null }[] = [];
  let node = createNode();
  let nodeKey = null as Key | null;
  let depth = 0;
  /** The tokens since the last pair or separator: the last one or two of them may become a key. */
  const words: number[] = [];
  let key = null as Key | null;

  const rawText = (token: number): string => text.slice(tokens.starts[token], tokens.ends[token]);
  const textOf = (token: number): string =>
    tokens.kinds[token] === kinds.word ? rawText(token) : resolveEscapes(rawText(token));
  const atomOf = (token: number): Atom => ({
    text: textOf(token),
    offset: tokens.starts[token] ?? 0,
    isCut: tokens.kinds[token] === kinds.cutString,
  });
  const lengthOf = (token: number): number => (tokens.ends[token] ?? 0) - (tokens.starts[token] ?? 0);

  const flushWords = (): void => {
    if (words.length === 0) return;
    const minLength = nodeKey?.role === 'messages' ? minListedLength : minFreeLength;
    for (const word of words) if (lengthOf(word) >= minLength) node.loose.push(atomOf(word));
    words.length = 0;
  };
  const endEntry = (): void => {
    flushWords();
    key = null;
  };
  const endLine = (): void => {
    endEntry();
    if (depth > 0 || isEmpty(node)) return;
    lines.push(node);
    node = createNode();
  };
  const takeKey = (): void => {
    const name = words.pop();
    if (name === undefined) return;
    const nameText = textOf(name);
    // In `3EB0…: pin this` the text before the colon is a message id, not a key.
    if (namesMessage(nameText)) {
      words.push(name);
      endEntry();
      return;
    }
    const before = words.at(-1);
    const keyOfTwoWords =
      before === undefined || lengthOf(before) > maxFirstWordLength ? null : readKey(`${textOf(before)} ${nameText}`);
    if (keyOfTwoWords && keyOfTwoWords.role !== 'other') {
      words.pop();
      key = keyOfTwoWords;
    } else key = readKey(nameText);
    node.keyCount += 1;
    flushWords();
  };

  for (let token = 0; token < tokens.count; token += 1) {
    const kind = tokens.kinds[token] ?? 0;
    if (kind <= kinds.cutString) {
      if (key === null) {
        if (lengthOf(token) > 0) words.push(token);
        continue;
      }
      if (key.role !== 'other' || lengthOf(token) >= minFreeLength) node.entries.push({ key, value: atomOf(token) });
      key = null;
    } else if (kind === kinds.pair) takeKey();
    else if (kind === kinds.open) {
      flushWords();
      if (isPaired[token] === 0) key = null;
      else {
        depth += 1;
        if (depth > maxDepth) continue;
        open.push({ node, key: nodeKey });
        node = createNode();
        nodeKey = key;
        key = null;
      }
    } else if (kind === kinds.close) {
      endEntry();
      if (isPaired[token] === 0) {
        if (depth === 0) endLine();
        continue;
      }
      depth -= 1;
      const outer = depth < maxDepth ? open.pop() : undefined;
      if (!outer) continue;
      const inner = node;
      const innerKey = nodeKey;
      node = outer.node;
      nodeKey = outer.key;
      if (isEmpty(inner)) continue;
      if (innerKey) node.entries.push({ key: innerKey, value: inner });
      else node.loose.push(inner);
    } else if (kind === kinds.separator) endEntry();
    else if (depth === 0) endLine();
  }
  endLine();
  return lines;
}

const isEmpty = ({ entries, loose }: Node): boolean => entries.length === 0 && loose.length === 0;
