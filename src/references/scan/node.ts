import type { Key } from '../keys';

/** A word or a quoted string. */
export interface Atom {
  text: string;
  /** The position in the text, in characters. */
  offset: number;
  /** Whether a quoted string was not closed before the end of the line or the text. */
  isCut: boolean;
}

export interface Entry {
  key: Key;
  value: Atom | Node;
}

/** The content of a pair of brackets or, outside brackets, of one line. Values that cannot name anything are left out. */
export interface Node {
  entries: Entry[];
  /** The values without a key. */
  loose: (Atom | Node)[];
  /** The number of keys, also of those whose values were left out. */
  keyCount: number;
  /** Whether a value in the node, or in a node below it, may name a message. */
  mayNameMessage: boolean;
}

export const isNode = (value: Atom | Node): value is Node => 'entries' in value;
export const createNode = (): Node => ({ entries: [], loose: [], keyCount: 0, mayNameMessage: false });
