import { describe, expect, it } from 'vitest';
import { readRows } from '../../../../../src/options/pins/add-many/reading/read-rows.ts';
import { createRowCollection } from '../../../../../src/options/pins/add-many/reading/row-collection.ts';
import { planRows } from '../../../../../src/options/pins/add-many/review/plan-rows.ts';
import type { ReviewRow } from '../../../../../src/options/pins/add-many/review/review-row.ts';
import { makePeriskopeTarget, makeZApiTarget } from '../../../../pins/make-target.ts';
import { chunksOf, gather, idOf } from './logs.ts';
import { peopleTables } from './people-tables.ts';

const accounts = [
  makeZApiTarget({ id: 'loja', name: 'Loja', number: '5511999990000' }),
  makeZApiTarget({ id: 'atendimento', name: 'Atendimento', number: '5511999990001' }),
  makePeriskopeTarget({ id: 'community', name: 'Community India', number: '919487126251' }),
];
const filled = (text: string): string =>
  text
    .replace(/\{k(\d)\}/g, (_, number) => `true_5511987654321@c.us_${idOf(Number(number))}`)
    .replace(/\{(\d)\}/g, (_, number) => idOf(Number(number)));

async function review(text: string) {
  const accountNames = accounts.flatMap(({ name, names }) => [name, ...names]);
  const { columns, rows } = await readRows(chunksOf(text, [100]), { roles: null, accountNames });
  const collection = createRowCollection();
  collection.add(await gather(rows));
  const reviewFor = { accounts, accountId: 'loja', chat: null, countries: [], edits: new Map() };
  return { columns: columns ?? [], read: collection.rows(), rows: planRows(collection.rows(), 0, reviewFor) };
}

/** Writes a row in the form of the expected rows of the tables. */
function describeRow(row: ReviewRow, account: string, chat: string | null): string {
  const message = /^3EB00+\d$/.test(row.message) ? row.message.slice(-1) : row.message;
  const { problem, action, days, unread, readings } = row;
  const unreadText = Object.values(unread).find((cell) => cell.problem === problem)?.text;
  if (problem)
    return [message, '!', problem, unreadText, ...readings.map(({ number }) => number)].filter(Boolean).join(' ');
  return [message, action ?? '*', days ?? '*', account || '*', chat?.replace('@c.us', '') ?? '*'].join(' ');
}

describe('tables as people make them', () => {
  it.each(peopleTables)(
    'a table as people make them is read as it is meant, or says what is wrong: $name',
    async ({ text, rows: expected, lookAt = [] }) => {
      const { columns, read, rows } = await review(filled(text));
      expect(
        rows.map((row, index) =>
          describeRow(
            row,
            read[index]?.account ? row.account : '',
            row.chatFrom === 'row' ? (read[index]?.reference?.chat ?? null) : null,
          ),
        ),
      ).toEqual(expected.map(filled));
      const doubtful = columns.flatMap(({ name, isUnknown }, index) => (isUnknown ? [name || index] : []));
      expect(doubtful).toEqual(lookAt);
    },
  );

  it('there are at least forty tables as people make them', () =>
    expect(peopleTables.length).toBeGreaterThanOrEqual(40));
});
