import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../../../src/options/pins/add-many/reading/split-text.ts';
import { findReferences } from '../../../../../src/references/index.ts';
import { chunksOf, logs } from './logs.ts';
import { rowsOf } from './rows-of.ts';

const cuts = {
  lengths: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 }),
  size: fc.integer({ min: 400, max: 5_000 }),
};

describe('however a text is cut, it gives the references of the whole:', () => {
  it.each(Object.entries(logs))('a text has the same references however it is cut: %s', (_, make) =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), cuts.lengths, cuts.size, async (count, lengths, size) => {
        const text = make(count);
        const rows = await rowsOf(text, lengths, size);
        expect(rows.map(({ reference }) => reference)).toEqual(findReferences(text));
      }),
      { numRuns: 60 },
    ),
  );
});

async function cut(text: string, size: number, lengths = [7]): Promise<string[]> {
  const found: string[] = [];
  for await (const piece of splitText(chunksOf(text, lengths), size)) found.push(piece);
  return found;
}

describe('a piece', () => {
  it('pieces end at line ends, and together are the whole text', async () => {
    const text = Array.from({ length: 50 }, (_, line) => `line ${line} of a log`).join('\n');
    const found = await cut(text, 100);
    expect(found.join('')).toBe(text);
    expect(found.length).toBeGreaterThan(5);
    expect(found.slice(0, -1).every((piece) => piece.endsWith('\n'))).toBe(true);
  });

  it('a piece ends at a blank line rather than at another line end', async () => {
    const found = await cut('a: 1\nb: 1\n\n'.repeat(20), 40);
    expect(found.slice(0, -1).every((piece) => piece.endsWith('\n\n'))).toBe(true);
  });

  it('each piece of a list begins with the opening of the list', async () => {
    const opening = '{"chat":"120363019502650977@g.us","messages":[';
    const list = Array.from({ length: 20 }, (_, id) => `{"id":"${id}"}`).join(',');
    const found = await cut(`${opening}${list}]}`, 120);
    expect(found.length).toBeGreaterThan(2);
    expect(found.every((piece) => piece.startsWith(opening))).toBe(true);
  });

  it('a piece of a text without line ends and brackets ends at a blank', async () => {
    const found = await cut('abcde '.repeat(200), 50);
    expect(found.join('')).toBe('abcde '.repeat(200));
    expect(found.every((piece) => piece.length <= 250 && piece.endsWith(' '))).toBe(true);
  });

  it('a text without any blank is cut anywhere', async () =>
    expect((await cut('x'.repeat(1_000), 50)).join('')).toBe('x'.repeat(1_000)));
});
