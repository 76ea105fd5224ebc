import { readFileSync } from 'node:fs';
import type { Reference } from '../../src/references/index.ts';

/** The parts of a message as a line of the corpus names them. */
export type Expected = Pick<Reference, 'messageId' | 'chat' | 'serialized' | 'fromMe'>;

/** One real-shaped input. Source: docs/message-ids.md "The corpus". */
interface Line {
  text: string;
  kind: 'positive' | 'negative' | 'ambiguous';
  expect: Expected[];
  form: string;
  why: string;
}

const readLines = (name: string): readonly Line[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));

export const corpus = readLines('message-ids.jsonl');
/** Inputs that were written from docs/message-ids.md and public payloads without knowledge of the code. */
export const secondCorpus = readLines('second-corpus.jsonl');
/**
 * Texts as people have them: logged, copied, cut, escaped, dumped and tabulated, from public bug reports and exports. The
 * ambiguous ones must be asked about.
 */
export const fieldCorpus = readLines('field.jsonl');
