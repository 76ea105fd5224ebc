import { readFileSync } from 'node:fs';
import type { Reference } from '../../src/references/index.ts';

/** What a line of the corpus says of a message. */
export type Expected = Pick<Reference, 'messageId' | 'chat' | 'serialized' | 'fromMe'>;

/** One real-shaped input. Source: MESSAGE-IDS.md "corpus/message-ids.jsonl". */
interface Line {
  text: string;
  kind: 'positive' | 'negative' | 'ambiguous';
  expect: Expected[];
  form: string;
  why: string;
}

const file = new URL('message-ids.jsonl', import.meta.url);

export const corpus: readonly Line[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line): Line => JSON.parse(line));
