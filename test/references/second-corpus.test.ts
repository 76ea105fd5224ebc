import { expect, it } from 'vitest';
import { findReferences } from '../../src/references/index.ts';
import { secondCorpus } from './corpus.ts';

it.each(secondCorpus)('the second corpus is read exactly: $kind, $form: $why', ({ text, kind, expect: wanted }) => {
  const certain = findReferences(text).filter((reference) => reference.certain);
  const results = certain.map(({ messageId, chat, serialized, fromMe }) => ({ messageId, chat, serialized, fromMe }));
  expect(results).toEqual(kind === 'positive' ? wanted : []);
});
