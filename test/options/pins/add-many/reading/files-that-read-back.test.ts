import { describe, expect, it, vi } from 'vitest';
import type { AccountView } from '../../../../../src/accounts/account.ts';
import { sampleLines } from '../../../../../src/options/pins/add-many/input/sample-lines.ts';
import { readRows } from '../../../../../src/options/pins/add-many/reading/read-rows.ts';
import { planRows } from '../../../../../src/options/pins/add-many/review/plan-rows.ts';
import { problemLines } from '../../../../../src/options/pins/add-many/review/problem-lines.ts';
import type { ReviewContext, ReviewRow } from '../../../../../src/options/pins/add-many/review/review-row.ts';
import { makePeriskopeTarget, makeZApiTarget } from '../../../../pins/make-target.ts';
import { chunksOf, gather } from './logs.ts';

vi.mock('../../../../../src/platform/browser', () => import('../../../../fake-browser.ts'));

const support = { ...makeZApiTarget(), isDefault: false };
const community = { ...makePeriskopeTarget(), isDefault: false };

async function review(text: string, accounts: object[], countries: string[] = []) {
  const { columns, rows } = await readRows(chunksOf(text, [text.length]), { roles: null, accountNames: [] });
  const reviewFor: ReviewContext = {
    accounts: accounts as AccountView[],
    accountId: support.id,
    chat: null,
    countries,
    edits: new Map(),
  };
  return { columns, rows: planRows(await gather(rows), 0, reviewFor) };
}

describe('the sample table', () => {
  it.each([
    [[support]],
    [[support, community]],
    [[community, support]],
    [[{ ...support, name: 'Loja, "Centro"' }, community]],
  ])('the sample table is read without a problem, with every column used: %#', async (accounts) => {
    for (const country of ['BR', 'IN', 'MX', 'ES', 'AR', 'CO', 'ID', 'US']) {
      const { columns, rows } = await review(sampleLines(accounts).join(''), accounts, [country]);
      expect(columns?.map(({ role, isUnknown }) => [role, isUnknown])).toEqual(
        ['message', 'chat', 'account', 'action', 'duration'].map((role) => [role, false]),
      );
      expect(rows.map(({ problem, action, days }) => [problem, action, days])).toEqual([
        [null, 'pin', 7],
        [null, 'pin', 1],
        [null, 'pin', 30],
        [null, 'unpin', null],
      ]);
    }
  });
});

/** Returns the exported problems of a table. */
const exported = (rows: readonly ReviewRow[]) =>
  problemLines({ rows: { value: rows }, isSelected: () => false, isSubmitted: () => false } as unknown as Parameters<
    typeof problemLines
  >[0]).join('');

it('exported problems are read back as they were, cell by cell', async () => {
  const table = [
    'message;chat;account;action;duration',
    '3EB0C431C26A1916E07E01;11 99999-9999;Support;pin;7 days',
    '3EB0C431C26A1916E07E02;+55 11 98765-4321;Nobody;unpin;',
    '3EB0C431C26A1916E07E03;+55 11 98765-4321;Support;apagar tudo;24 hours',
    '3EB0C431C26A1916E07E04;+55 11 98765-4321;Support;pin;2 weeks',
    '3EB0C431C26A1916E07E05;;;;30 days',
    '3EB0C431C26A1916E07E06;the boss;Support;pin;1 day',
    'true_5511987654321@c.us_3EB0C431C26A1916E07E07;;Community;repeat;7 days',
    'hello there;+55 11 98765-4321;Support;pin;7 days',
  ].join('\n');
  const accounts = [support, community];
  const { rows } = await review(table, accounts, ['BR']);
  expect(rows.every(({ problem }) => problem !== null)).toBe(true);
  const again = await review(exported(rows), accounts, ['BR']);
  const contentOf = ({ message, key, chat, account, action, days, problem, unread }: ReviewRow) => ({
    ...{ message, key, chat, account, action, days, problem, unread },
  });
  expect(again.rows.map(contentOf)).toEqual(rows.map(contentOf));
  expect(again.columns?.filter(({ isUnknown }) => isUnknown)).toEqual([]);
});
