import { describe, expect, it } from 'vitest';
import { reviewRows } from '../../../src/options/bulk/review-row.ts';
import { noCells, type Row } from '../../../src/options/bulk/row.ts';
import { aPeriskopeTarget, aZApiTarget } from '../../pins/a-target.ts';
import { aReference } from '../../references/a-reference.ts';

const support = aZApiTarget({ number: '5511999990000' });
const community = aPeriskopeTarget();
const both = [support, community];

const aRow = (parts: Partial<Row> = {}): Row => ({
  ...noCells,
  line: 2,
  reference: aReference({ chat: '5511987654321@c.us', serialized: 'true_5511987654321@c.us_3EB0796DC6B777C0C7CD' }),
  ...parts,
});
const reviewFor = { chat: null, countries: [], edits: new Map() };
const review = (row: Partial<Row>, shownId: string | null = null, accounts = both) =>
  reviewRows([aRow(row)], 0, { ...reviewFor, accounts, accountId: shownId })[0];

describe('a row', () => {
  it.each([
    ['Support', 'support'],
    ['support', 'support'],
    ['Community', 'community'],
    ['5511999990000', 'support'],
    ['+55 (11) 99999-0000', 'support'],
    ['', 'community'],
  ])('with the account %j goes through %j', (account, accountId) =>
    expect(review({ account }, 'community')).toMatchObject({ accountId, problem: null }),
  );

  it('has its address in the spelling of the account', () => {
    expect(review({ account: 'Support' })?.address).toEqual({
      messageId: '3EB0796DC6B777C0C7CD',
      chat: '5511987654321',
    });
    expect(review({ account: 'Community' })?.address?.messageId).toBe('true_5511987654321@c.us_3EB0796DC6B777C0C7CD');
  });

  it.each<[string, Partial<Row>, object]>([
    ['of an account that is not there', { account: 'Nobody' }, { problem: 'account-unknown', account: 'Nobody' }],
    ['without a message', { reference: null, written: 'hello' }, { problem: 'message-unread', message: 'hello' }],
    [
      'with an odd duration',
      { unread: { duration: { problem: 'days-unknown', said: '2 weeks' } } },
      { problem: 'days-unknown', address: null },
    ],
    [
      'without a chat',
      { account: 'Support', reference: aReference() },
      { problem: 'chat-missing', account: 'Support' },
    ],
    [
      'in a channel',
      { account: 'Support', reference: aReference({ chat: '120363@newsletter' }) },
      { problem: 'chat-not-pinnable' },
    ],
    ['that several accounts could take', {}, { problem: 'account-missing', address: null }],
  ])('%s says so', (_, row, found) => expect(review(row)).toMatchObject(found));

  it('that may be something else can still be asked for', () => {
    const row = review({ reference: aReference({ chat: '5511987654321@c.us', certain: false }) }, 'support');
    expect(row).toMatchObject({ problem: 'message-possible', accountId: 'support' });
    expect(row?.address).not.toBeNull();
  });

  it('keeps what it says itself', () =>
    expect(review({ action: 'unpin', days: 30 }, 'support')).toMatchObject({ action: 'unpin', days: 30 }));
});
