import { describe, expect, it } from 'vitest';
import { readText, spellOut } from '../../src/references/index.ts';
import { corpus, secondCorpus } from './corpus.ts';
import { addresses, payloads, prose, tables } from './own-cases.ts';

/** Removes aliases from a reference, because they are not spelled out. */
const certain = (text: string) =>
  readText(text)
    .references.filter((reference) => reference.certain)
    .map(({ aliases: _, ...reference }) => reference);
const all = [corpus, secondCorpus, payloads, addresses, tables, prose].flat();
const texts = all.map(({ text }) => text).filter((text) => certain(text).length > 0);

describe('the messages of a text, spelled out', () => {
  it('more than a hundred texts of the corpora are spelled out', () => expect(texts.length).toBeGreaterThan(100));

  it.each(texts)('messages that were spelled out are read as the same messages: %s', (text) =>
    expect(readText(spellOut(certain(text))).references).toEqual(certain(text)),
  );

  it('the messages of all texts, spelled out together, are read as the same messages', () => {
    const each = [...new Map(texts.flatMap(certain).map((reference) => [reference.messageId, reference])).values()];
    const withAccountHints = each.filter(({ accountHints }) => accountHints.length > 0);
    expect(readText(spellOut(withAccountHints)).references).toEqual(withAccountHints);
  });

  it('a message is spelled out as briefly as possible', () => {
    expect(spellOut(certain('pin 3EB0796DC6B777C0C7CD, please'))).toBe('3EB0796DC6B777C0C7CD');
    expect(spellOut(certain('{"phone":"5511999999999","messageId":"3EB0796DC6B777C0C7CD"}'))).toBe(
      '{"messageId":"3EB0796DC6B777C0C7CD","chat":"5511999999999"}',
    );
  });
});
