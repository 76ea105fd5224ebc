import { describe, expect, it } from 'vitest';
import { findReferences, type Reference } from '../../src/references/index.ts';
import { corpus, type Expected } from './corpus.ts';

const expectedOf = ({ messageId, chat, serialized, fromMe }: Reference): Expected => ({
  messageId,
  chat,
  serialized,
  fromMe,
});

const certain = (text: string): Expected[] =>
  findReferences(text)
    .filter((reference) => reference.certain)
    .map(expectedOf);

const ambiguous = corpus.filter(({ kind }) => kind === 'ambiguous');

it('the corpus has 126 inputs', () => expect(corpus).toHaveLength(126));

describe('a message', () => {
  it.each(corpus.filter(({ kind }) => kind === 'positive'))(
    'a message of the form $form is read exactly: $text',
    ({ text, expect: wanted }) => expect(certain(text)).toEqual(wanted),
  );
});

describe('a text without a message', () => {
  it.each(corpus.filter(({ kind }) => kind === 'negative'))(
    'a text of the form $form has no certain message: $text',
    ({ text }) => expect(certain(text)).toEqual([]),
  );
});

describe('what may be a message', () => {
  it.each(ambiguous)('an id of the form $form is at most possible: $text', ({ text }) =>
    expect(certain(text)).toEqual([]),
  );
});
