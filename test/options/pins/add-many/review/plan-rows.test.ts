import { describe, expect, it } from 'vitest';
import type { RowEdit } from '../../../../../src/options/pins/add-many/editing/row-edit.ts';
import { type CellProblem, noCells, type Row } from '../../../../../src/options/pins/add-many/reading/row.ts';
import { planRows } from '../../../../../src/options/pins/add-many/review/plan-rows.ts';
import type { ReviewContext } from '../../../../../src/options/pins/add-many/review/review-row.ts';
import { makePeriskopeTarget, makeZApiTarget } from '../../../../pins/make-target.ts';
import { makeReference } from '../../../../references/make-reference.ts';

const support = makeZApiTarget({ number: '5511999990000' });
const community = makePeriskopeTarget();
const both = [support, community];

const makeRow = (parts: Partial<Row> = {}): Row => ({
  ...noCells,
  lineNumber: 2,
  reference: makeReference({ chat: '5511987654321@c.us', serialized: 'true_5511987654321@c.us_3EB0796DC6B777C0C7CD' }),
  ...parts,
});
const reviewFor = { chat: null, countries: [], edits: new Map() };
const review = (row: Partial<Row>, shownId: string | null = null, accounts = both) =>
  planRows([makeRow(row)], 0, { ...reviewFor, accounts, accountId: shownId })[0];

describe('a row', () => {
  it.each([
    ['Support', 'support'],
    ['support', 'support'],
    ['Community', 'community'],
    ['5511999990000', 'support'],
    ['+55 (11) 99999-0000', 'support'],
    ['', 'community'],
  ])('a row with the account %j is sent through %j', (account, accountId) =>
    expect(review({ account }, 'community')).toMatchObject({ accountId, problem: null }),
  );

  it.each([
    ['Support', '+55 (11) 99999-0000', null],
    ['Support', 'Community', 'account-twice'],
    ['Support', 'Sales', 'account-twice'],
    ['', 'Support', 'account-twice'],
  ])('a row with %j in one column of accounts and %j in another has the problem %j', (account, other, problem) =>
    expect(review({ account, otherAccounts: [other] }, 'community')).toMatchObject({ problem }),
  );

  it('a row with two accounts in its columns is sent through the account of its edit', () => {
    const edits = new Map([[0, { accountId: 'community' }]]);
    const row = makeRow({ account: 'Support', otherAccounts: ['Community'] });
    expect(planRows([row], 0, { ...reviewFor, accounts: both, accountId: 'support', edits })[0]).toMatchObject({
      accountId: 'community',
      problem: null,
    });
  });

  it('a row has its address in the form that its provider wants', () => {
    expect(review({ account: 'Support' })?.address).toEqual({
      messageId: '3EB0796DC6B777C0C7CD',
      chat: '5511987654321',
    });
    expect(review({ account: 'Community' })?.address?.messageId).toBe('true_5511987654321@c.us_3EB0796DC6B777C0C7CD');
  });

  it.each<[string, Partial<Row>, object]>([
    ['of an account that is not there', { account: 'Nobody' }, { problem: 'account-unknown', account: 'Nobody' }],
    ['without a message', { reference: null, messageText: 'hello' }, { problem: 'message-unread', message: 'hello' }],
    [
      'with an odd duration',
      { unread: { duration: { problem: 'days-unknown', text: '2 weeks' } } },
      { problem: 'days-unknown', address: null },
    ],
    [
      'without a chat',
      { account: 'Support', reference: makeReference() },
      { problem: 'chat-missing', account: 'Support' },
    ],
    [
      'in a channel',
      { account: 'Support', reference: makeReference({ chat: '120363@newsletter' }) },
      { problem: 'chat-not-pinnable' },
    ],
    ['that several accounts could take', {}, { problem: 'account-missing', address: null }],
  ])('a row says its problem: %s', (_, row, found) => expect(review(row)).toMatchObject(found));

  it('a possible id is a problem, and can still be sent', () => {
    const row = review({ reference: makeReference({ chat: '5511987654321@c.us', certain: false }) }, 'support');
    expect(row).toMatchObject({ problem: 'message-possible', accountId: 'support' });
    expect(row?.address).not.toBeNull();
  });

  it.each<[string, Partial<Row>, object]>([
    ['unpin', { action: 'unpin' }, { problem: null, unread: {} }],
    ['pin', { action: 'pin' }, { problem: 'days-unknown' }],
    ['do what is chosen for all', {}, { problem: 'days-unknown' }],
  ])('the unread duration of a row counts only for a pin: %s', (_, row, found) =>
    expect(
      review({ ...row, unread: { duration: { problem: 'days-unknown', text: 'forever' } } }, 'support'),
    ).toMatchObject(found),
  );

  it('a row keeps its own action and duration', () =>
    expect(review({ action: 'unpin', days: 30 }, 'support')).toMatchObject({ action: 'unpin', days: 30 }));
});

describe('the chat of a row', () => {
  const chatOf = (row: Partial<Row>, more: Partial<ReviewContext> = {}) =>
    planRows([makeRow(row)], 0, { ...reviewFor, accounts: [support], accountId: 'support', ...more })[0];
  const bare = { reference: makeReference() };
  const typed = (chat: string) => ({ reference: makeReference({ chat }), mayLackCountry: true });

  it('the chat of a row goes before the chat for all rows', () =>
    expect(chatOf({}, { chat: '+5521988887777' })).toMatchObject({ chat: '5511987654321', chatFrom: 'row' }));

  it('a row without a chat gets the chat for all rows', () =>
    expect(chatOf(bare, { chat: '+5521988887777' })).toMatchObject({
      chat: '5521988887777',
      chatFrom: 'all',
      problem: null,
    }));

  it('a row without any chat gets the default chat of its account, marked as such', () =>
    expect(chatOf(bare, { accounts: [makeZApiTarget({ defaultChat: '120363019502650977@g.us' })] })).toMatchObject({
      chat: '120363019502650977-group',
      chatFrom: 'account',
    }));

  it('a row without any chat has the problem that its chat is missing', () =>
    expect(chatOf(bare)).toMatchObject({ chat: null, chatFrom: null, problem: 'chat-missing' }));

  it('a chat cell that cannot be read is not replaced by the chat for all rows', () =>
    expect(
      chatOf({ ...bare, unread: { chat: { problem: 'chat-unread', text: 'Maria' } } }, { chat: '+5521988887777' }),
    ).toMatchObject({ chat: 'Maria', chatFrom: 'row', problem: 'chat-unread', address: null }));

  it('a number without a country code is a question about the country of the account', () =>
    expect(chatOf(typed('11 98765-4321'), { countries: ['IN'] })).toMatchObject({
      problem: 'chat-country',
      address: null,
      readings: [{ number: '+5511987654321', formatted: '+55 11 98765-4321' }],
    }));

  it('a number without a country code is a question about the country of the settings where the account has no number', () =>
    expect(
      chatOf(typed('98765 43210'), { accounts: [makeZApiTarget({ number: null })], countries: ['IN'] }),
    ).toMatchObject({ problem: 'chat-country', readings: [{ number: '+919876543210' }] }));

  it.each(['+55 (11) 98765-4321', '5511987654321', '005511987654321'])(
    'a chat with its country code is sent without a question: %s',
    (chat) => expect(chatOf(typed(chat))).toMatchObject({ problem: null, address: { chat: '5511987654321' } }),
  );

  it('the chat of a payload is never a question', () =>
    expect(chatOf({ reference: makeReference({ chat: '11987654321' }) })).toMatchObject({
      problem: null,
      address: { chat: '11987654321' },
    }));
});

describe('an edit', () => {
  const edited = (row: Partial<Row>, edit: RowEdit, more: Partial<ReviewContext> = {}) =>
    planRows([makeRow({}), makeRow(row)], 5, {
      ...{ ...reviewFor, accounts: both, accountId: 'support', edits: new Map([[6, edit]]) },
      ...more,
    })[1];
  const cell = (problem: CellProblem, text: string) => ({ problem, text });

  it.each<[string, Partial<Row>, RowEdit, object]>([
    [
      'of the action',
      { unread: { action: cell('action-unknown', 'archive') } },
      { action: 'unpin' },
      { action: 'unpin' },
    ],
    ['of the duration', { unread: { duration: cell('days-unit', '24') } }, { days: 1 }, { days: 1 }],
    ['of the account', { account: 'Nobody' }, { accountId: 'support' }, { accountId: 'support', account: 'Support' }],
    [
      'of a chat that cannot be read',
      { reference: makeReference(), unread: { chat: cell('chat-unread', 'Maria') } },
      { chat: '+5521988887777' },
      { chat: '5521988887777', chatFrom: 'row' },
    ],
    [
      'of a chat without its country',
      { reference: makeReference({ chat: '11 98765-4321' }), mayLackCountry: true },
      { chat: '+5511987654321' },
      { chat: '5511987654321', chatFrom: 'row' },
    ],
  ])('the edit %s removes its problem', (_, row, edit, found) =>
    expect(edited(row, edit)).toMatchObject({ ...found, problem: null, unread: {} }),
  );

  it('the edit of one cell leaves the problem of another', () =>
    expect(
      edited(
        { unread: { action: cell('action-unknown', 'archive'), duration: cell('days-unit', '24') } },
        { action: 'pin' },
      ),
    ).toMatchObject({ problem: 'days-unit', unread: { duration: { text: '24' } }, address: null }));

  it('an edit goes before the cells of the row', () =>
    expect(edited({ action: 'pin', days: 7 }, { action: 'unpin', days: 30, accountId: 'support' })).toMatchObject({
      action: 'unpin',
      days: 30,
      accountId: 'support',
    }));

  it('the edit of a chat drops the message key, which holds only for the first chat', () =>
    expect(edited({}, { chat: '+5521988887777', accountId: 'community' })?.address).not.toMatchObject({
      messageId: expect.stringContaining('5511987654321'),
    }));

  it('an edit does not make a row without a message ready', () =>
    expect(edited({ reference: null, messageText: 'Total' }, { action: 'pin' })).toMatchObject({
      problem: 'message-unread',
    }));
});
