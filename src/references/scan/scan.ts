/**
 * Reads the structure of any text: JSON, JSON lines, escaped or cut JSON, Python and JavaScript literals, forms, query
 * strings, `key=value` logs, HTML attributes. A single tolerant scanner reads them all, because pasted text mixes formats
 * and may be cut anywhere, which a parser for one format would reject.
 */
import { classifyId } from '../bare-id';
import { createKeyReader, type Key, type Role } from '../keys';
import { findSerializedKeys } from '../serialized-key';
import { findBlocks } from './find-blocks';
import { matchBrackets } from './match-brackets';
import { createNode, type Node } from './node';
import { resolveEscapes } from './resolve-escapes';
import { kinds } from './token-kinds';
import { createTokens, type Tokens, tokenize } from './tokens';

/** Brackets nested deeper than this are ignored, so that reading the nodes cannot overflow the stack. */
const maxDepth = 50;
/** The length of the shortest value that names a message without the help of its key, in characters. */
const minFreeLength = 16;
/** The length of the shortest value that may name a message under a key of messages, in characters. */
const minKeyedLength = 7;
/** Matches in every value that names a message without the help of its key: a bare id, or the start of a key. */
const freeName = /[0-9A-Fa-f]{16}|(?:true|false)_/;
/** The roles of keys whose values name messages. */
const namingRoles = new Set<Role>(['message', 'messages', 'uuid', 'id', 'target', 'revoked']);
/** The maximum length of the first word of a key of two words, such as `Message ID`, in characters. */
const maxFirstWordLength = 12;
const none = -1;

/**
 * Scans a text into one node for each line that may name a message or state a fact about one. Brackets are nodes inside
 * the line where they open.
 */
export function scan(text: string): Node[] {
  const readKey = createKeyReader();
  const blocks = findBlocks(text, readKey);
  const tokens = createTokens(blocks.reduce((max, { start, end }) => Math.max(max, end - start), 0));
  const lines: Node[] = [];
  const readTokens = createTokenReader(text, tokens, readKey, lines);
  for (const block of blocks) {
    tokenize(text, block, tokens);
    matchBrackets(text, tokens);
    readTokens();
  }
  return lines;
}

/** Creates a function that adds the lines of the tokens. One function reads all blocks, because a log has thousands. */
function createTokenReader(text: string, tokens: Tokens, readKey: (key: string) => Key, lines: Node[]): () => void {
  const { kinds: kindOf, starts, ends, isPaired } = tokens;
  const open: { node: Node; key: Key | null }[] = [];
  let node = createNode();
  let nodeKey = null as Key | null;
  let depth = 0;
  /** The last two words or strings without a key, as indexes of tokens: they may become a key. */
  let word = none;
  let wordBefore = none;
  let key = null as Key | null;

  const lengthOf = (token: number): number => (ends[token] as number) - (starts[token] as number);
  const textOf = (token: number): string => {
    const raw = text.slice(starts[token], ends[token]);
    return kindOf[token] === kinds.word ? raw : resolveEscapes(raw);
  };
  const putValue = (token: number, valueKey: Key | null): void => {
    const isUnderNamingKey = namingRoles.has((valueKey ?? nodeKey)?.role ?? 'other');
    if (
      lengthOf(token) < (isUnderNamingKey ? minKeyedLength : minFreeLength) &&
      (!valueKey || valueKey.role === 'other')
    )
      return;
    const atom = { text: textOf(token), offset: starts[token] as number, isCut: kindOf[token] === kinds.cutString };
    const mayName = isUnderNamingKey
      ? atom.text.length >= minKeyedLength && /\d/.test(atom.text)
      : atom.text.length >= minFreeLength && freeName.test(atom.text);
    if (mayName) node.mayNameMessage = true;
    if (!valueKey) {
      if (mayName) node.loose.push(atom);
    } else if (mayName || valueKey.role !== 'other') node.entries.push({ key: valueKey, value: atom });
  };
  const endEntry = (): void => {
    if (wordBefore !== none) putValue(wordBefore, null);
    if (word !== none) putValue(word, null);
    wordBefore = none;
    word = none;
    key = null;
  };
  const endLine = (): void => {
    endEntry();
    if (depth > 0 || isEmpty(node)) return;
    lines.push(node);
    node = createNode();
  };
  const takeKey = (): void => {
    if (word === none) return;
    // In `3EB0…: pin this` the text before the colon is a message id, not a key.
    if (lengthOf(word) >= minFreeLength && namesMessage(textOf(word))) {
      endEntry();
      return;
    }
    const name = textOf(word);
    word = none;
    const mayHaveTwoWords = wordBefore !== none && lengthOf(wordBefore) <= maxFirstWordLength;
    const keyOfTwoWords = mayHaveTwoWords ? readKey(`${textOf(wordBefore)} ${name}`) : null;
    const isTwoWords = keyOfTwoWords !== null && keyOfTwoWords.role !== 'other';
    if (isTwoWords) wordBefore = none;
    endEntry();
    key = isTwoWords ? keyOfTwoWords : readKey(name);
    node.keyCount += 1;
  };

  const readToken = (token: number): void => {
    const kind = kindOf[token] as number;
    if (kind <= kinds.cutString) {
      if (key !== null) {
        putValue(token, key);
        key = null;
      } else if (lengthOf(token) > 0) {
        if (wordBefore !== none) putValue(wordBefore, null);
        wordBefore = word;
        word = token;
      }
    } else if (kind === kinds.pair) takeKey();
    else if (kind === kinds.separator) endEntry();
    else if (kind === kinds.lineEnd) {
      if (depth === 0) endLine();
    } else if (kind === kinds.open) {
      const innerKey = key;
      endEntry();
      if (isPaired[token] === 0) return;
      depth += 1;
      if (depth > maxDepth) return;
      open.push({ node, key: nodeKey });
      node = createNode();
      nodeKey = innerKey;
    } else {
      endEntry();
      if (isPaired[token] === 0) {
        endLine();
        return;
      }
      depth -= 1;
      const outer = depth < maxDepth ? open.pop() : undefined;
      if (!outer) return;
      const inner = node;
      const innerKey = nodeKey;
      node = outer.node;
      nodeKey = outer.key;
      if (isEmpty(inner)) return;
      if (inner.mayNameMessage) node.mayNameMessage = true;
      if (innerKey) node.entries.push({ key: innerKey, value: inner });
      else node.loose.push(inner);
    }
  };

  return () => {
    node = createNode();
    for (let token = 0; token < tokens.count; token += 1) readToken(token);
    endLine();
  };
}

const isEmpty = ({ entries, loose }: Node): boolean => entries.length === 0 && loose.length === 0;

const namesMessage = (text: string): boolean => classifyId(text) === 'certain' || findSerializedKeys(text).length > 0;
