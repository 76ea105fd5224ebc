import { expect, it } from 'vitest';
import { findReferences, readText } from '../../src/references/index.ts';

/**
 * How many times longer than a log of references a text of the same length may take. Linear reading takes at most some
 * three times as long; what took quadratic time took some hundred times as long at this length.
 */
const maxRatio = 12;
const length = 240_000;
const rounds = 3;

const id = (index: number): string => `3EB0${index.toString(16).toUpperCase().padStart(16, '0')}`;
const jid = (index: number): string => `5511${900_000_000 + index}@c.us`;
const fill = (pieceOf: (index: number) => string, by = ''): string => {
  const pieces: string[] = [];
  for (let size = 0; size < length; size += (pieces.at(-1) ?? '').length + by.length)
    pieces.push(pieceOf(pieces.length));
  return pieces.join(by);
};
const log = fill((index) => `2026-08-02T14:03:11Z INFO webhook {"messageId":"${id(index)}","phone":"55119${index}"}\n`);

/** Returns the shortest time of a few rounds, in ms. */
function shortestTime(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}

it.each([
  ['ids with JIDs on one line', fill((index) => `${id(index)} ${jid(index)}`, ' ')],
  ['ids with JIDs in the source of a table', fill((index) => `<td>${id(index)}</td><td>${jid(index)}</td>`)],
  ['ids on one line, and two JIDs at its end', `${fill(id, ' ')} ${jid(1)} ${jid(2)}`],
  ['a run of tildes in one word', `a${'~'.repeat(length)}a`],
  ['a run of CJK in one word', `a${'中'.repeat(length)}a`],
  ['a run of quotation marks in one word', `a${'“'.repeat(length)}a`],
  ['a run of asterisks', '*'.repeat(length)],
  ['a run of backslashes', `a${'\\'.repeat(length)}a`],
  ['a run of blanks in a cell', `messageId,phone\na${' '.repeat(length)}b,1`],
  ['a run of asterisks in a cell', `messageId,phone\na${'*'.repeat(length)}b,1`],
  ['brackets that are never closed', '('.repeat(length)],
  ['brackets that are closed by others', `${'('.repeat(length / 2)}${']'.repeat(length / 2)}`],
  ['brackets that alternate', fill(() => '{[(')],
  ['brackets over many lines', `${'[\n'.repeat(length / 4)}${']\n'.repeat(length / 4)}`],
  ['closing brackets', fill(() => '}\n')],
  ['quotes', fill(() => 'a="')],
  ['quotes of rising depth', fill((index) => `${'\\'.repeat(index % 400)}"`)],
  ['colons', fill(() => 'messageId:')],
  ['words before a colon', fill(() => 'aaaa_bbbb.cccc-dddd ')],
  ['keys', fill((index) => `key${index}: 1 `)],
  ['starts of whole keys', fill(() => 'true_')],
  ['hexadecimal digits', fill(() => 'ABCDEF0123')],
  ['percent signs', fill(() => '%2540')],
])('reading takes linear time: %s', (_what, text) => {
  const timeOfLog = shortestTime(() => findReferences(log));
  expect(shortestTime(() => findReferences(text)) / timeOfLog).toBeLessThan(maxRatio);
});

it.each([
  ['asterisks', '*'.repeat(6_000_000)],
  ['backslashes in a word', 'a\\'.repeat(4_000_000)],
  ['brackets', '['.repeat(3_000_000)],
])('reading a very long run never throws: %s', (_what, text) => expect(findReferences(text)).toEqual([]));

it('a text of the longest length is read', () =>
  expect(readText(`${'~'.repeat(999_900)} ${id(1)}`).references).toMatchObject([{ messageId: id(1) }]));
