import { expect, it } from 'vitest';
import { noCells, type Row } from '../../../../../src/options/pins/add-many/reading/row.ts';
import { planRows } from '../../../../../src/options/pins/add-many/review/plan-rows.ts';
import type { ReviewRow } from '../../../../../src/options/pins/add-many/review/review-row.ts';
import { countRowsWithout } from '../../../../../src/options/pins/add-many/review/rows-without.ts';
import { makeZApiTarget } from '../../../../pins/make-target.ts';
import { makeReference } from '../../../../references/make-reference.ts';

const loja = makeZApiTarget({ id: 'loja', name: 'Loja' });
const rowsOf = (...rows: Partial<Row>[]): ReviewRow[] =>
  planRows(
    rows.map((row, index) => ({ ...noCells, lineNumber: index, reference: makeReference(), ...row })),
    0,
    { accounts: [loja], accountId: 'loja', chat: '+5511987654321', countries: [], edits: new Map() },
  );
const none = { account: 0, chat: 0, action: 0, duration: 0 };
const own: Partial<Row> = {
  account: 'Loja',
  reference: makeReference({ chat: '5511987654321' }),
  action: 'pin',
  days: 7,
};
const problem = { problem: 'action-unknown', text: 'x' } as const;

it.each<[string, Partial<Row>, object]>([
  ['says all itself', own, {}],
  ['has no account', { ...own, account: '' }, { account: 1 }],
  ['has no chat', { ...own, reference: makeReference() }, { chat: 1 }],
  ['has no action', { ...own, action: null }, { action: 1 }],
  ['has no duration', { ...own, days: null }, { duration: 1 }],
  ['unpins', { ...own, action: 'unpin', days: null }, {}],
  [
    'has an action and a duration that cannot be read',
    { ...own, action: null, days: null, unread: { action: problem, duration: problem } },
    {},
  ],
])('a row that %s is counted accordingly', (_, row, counts) =>
  expect(countRowsWithout(rowsOf(row), () => false, 'pin')).toEqual({ ...none, ...counts }),
);

it('a row without an action has no duration where all others are unpinned', () =>
  expect(countRowsWithout(rowsOf({ ...own, action: null, days: null }), () => false, 'unpin')).toEqual({
    ...none,
    action: 1,
  }));

it('submitted rows are not counted', () =>
  expect(countRowsWithout(rowsOf({}, {}), (index) => index === 0, 'pin')).toEqual({
    account: 1,
    chat: 1,
    action: 1,
    duration: 1,
  }));
