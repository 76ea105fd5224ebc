import { expect, it } from 'vitest';
import { type ReviewRow, reviewRows } from '../../../src/options/bulk/review-row.ts';
import { noCells, type Row } from '../../../src/options/bulk/row.ts';
import { countRowsWithout } from '../../../src/options/bulk/rows-without.ts';
import { aZApiTarget } from '../../pins/a-target.ts';
import { aReference } from '../../references/a-reference.ts';

const loja = aZApiTarget({ id: 'loja', name: 'Loja' });
const rowsOf = (...rows: Partial<Row>[]): ReviewRow[] =>
  reviewRows(
    rows.map((row, at) => ({ ...noCells, line: at, reference: aReference(), ...row })),
    0,
    { accounts: [loja], accountId: 'loja', chat: '+5511987654321', countries: [], edits: new Map() },
  );
const none = { account: 0, chat: 0, action: 0, duration: 0 };
const own: Partial<Row> = {
  account: 'Loja',
  reference: aReference({ chat: '5511987654321' }),
  action: 'pin',
  days: 7,
};
const problem = { problem: 'action-unknown', said: 'x' } as const;

it.each<[string, Partial<Row>, object]>([
  ['says all itself', own, {}],
  ['has no account', { ...own, account: '' }, { account: 1 }],
  ['has no chat', { ...own, reference: aReference() }, { chat: 1 }],
  ['has no action', { ...own, action: null }, { action: 1 }],
  ['has no duration', { ...own, days: null }, { duration: 1 }],
  ['unpins', { ...own, action: 'unpin', days: null }, {}],
  [
    'has an action and a duration that cannot be read',
    { ...own, action: null, days: null, unread: { action: problem, duration: problem } },
    {},
  ],
])('a row that %s is counted so', (_, row, counts) =>
  expect(countRowsWithout(rowsOf(row), () => false, 'pin')).toEqual({ ...none, ...counts }),
);

it('a row without an action has no duration where all others are unpinned', () =>
  expect(countRowsWithout(rowsOf({ ...own, action: null, days: null }), () => false, 'unpin')).toEqual({
    ...none,
    action: 1,
  }));

it('what is sent counts no longer', () =>
  expect(countRowsWithout(rowsOf({}, {}), (place) => place === 0, 'pin')).toEqual({
    account: 1,
    chat: 1,
    action: 1,
    duration: 1,
  }));
