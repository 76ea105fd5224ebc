import { describe, expect, it } from 'vitest';
import { findReferences, type Reference } from '../../src/references/index.ts';
import { corpus, type Expected } from './corpus.ts';

const told = ({ messageId, chat, serialized, fromMe }: Reference): Expected => ({
  messageId,
  chat,
  serialized,
  fromMe,
});

const certain = (text: string): Expected[] =>
  findReferences(text)
    .filter((reference) => reference.certain)
    .map(told);

/** Lines of a plain form that need more than their form to be read. */
const needsKeys = new Map([['bare-key-value', 'the id stands behind `=`, where only its key tells it from base64']]);

/** Ambiguous lines whose doubt is about something else than the id. */
const sureOfId = new Map([['bare-two-jids', 'the id is certain, only its chat is not']]);

const plain = corpus.filter(({ form, kind }) => kind === 'positive' && /^(bare|serialized)-/.test(form));
const ambiguous = corpus.filter(({ kind }) => kind === 'ambiguous');

it('has every line', () => expect(corpus).toHaveLength(126));

describe('a bare id or a serialized key', () => {
  it.each(plain.filter(({ form }) => !needsKeys.has(form)))(
    '$form is read exactly: $text',
    ({ text, expect: wanted }) => expect(certain(text)).toEqual(wanted),
  );
});

describe('what is no message', () => {
  it.each(corpus.filter(({ kind }) => kind === 'negative'))('$form is never certain: $text', ({ text }) =>
    expect(certain(text)).toEqual([]),
  );
});

describe('what may be a message', () => {
  it.each(ambiguous.filter(({ form }) => !sureOfId.has(form)))('$form is never certain: $text', ({ text }) =>
    expect(certain(text)).toEqual([]),
  );

  it.each(ambiguous.filter(({ form }) => sureOfId.has(form)))(
    '$form keeps its chat open: $text',
    ({ text, expect: wanted }) => expect(certain(text)).toEqual(wanted),
  );
});
