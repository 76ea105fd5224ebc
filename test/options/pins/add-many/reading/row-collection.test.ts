import { describe, expect, it } from 'vitest';
import { noCells, type Row } from '../../../../../src/options/pins/add-many/reading/row.ts';
import { createRowCollection } from '../../../../../src/options/pins/add-many/reading/row-collection.ts';
import { makeReference } from '../../../../references/make-reference.ts';

const row = (messageId: string, chat: string | null, more: Partial<Row> = {}): Row => ({
  ...noCells,
  lineNumber: 1,
  reference: makeReference({ messageId, chat }),
  ...more,
});

function collect(...rows: Row[]) {
  const collection = createRowCollection();
  collection.add(rows);
  return { chats: collection.rows().map(({ reference }) => reference?.chat), duplicates: collection.duplicateCount() };
}

const inTable = { messageText: 'a' };

describe('the same message', () => {
  it.each([
    ['in one chat', [row('a', '5511987654321'), row('a', '5511987654321@c.us')], ['5511987654321'], 1],
    ['with its chat and without', [row('a', 'x'), row('a', null)], ['x'], 1],
    ['without its chat and with', [row('a', null), row('a', 'x')], ['x'], 1],
    ['in another chat', [row('a', 'x'), row('a', 'y')], ['x', 'y'], 0],
    ['for another account', [row('a', 'x', inTable), row('a', 'x', { ...inTable, account: 'b' })], ['x', 'x'], 0],
    ['with another action', [row('a', 'x', inTable), row('a', 'x', { ...inTable, action: 'unpin' })], ['x', 'x'], 0],
  ])('of rows about one message, %s, duplicates are merged', (_, rows, chats, duplicates) =>
    expect(collect(...rows)).toEqual({ chats, duplicates }),
  );
});

it('rows without a message are not duplicates of each other', () =>
  expect(collect(row('a', null, { reference: null }), row('a', null, { reference: null })).duplicates).toBe(0));

describe('what may be something else', () => {
  const possible = (messageText: string) => ({ reference: makeReference({ certain: false }), messageText });
  it.each([
    ['is dropped beside what is certain', [row('a', null), row('b', null, possible(''))], 1],
    ['stays where nothing is certain', [row('b', null, possible(''))], 1],
    ['stays in a table', [row('a', null), row('b', null, possible('77DF'))], 2],
  ])('a possible id %s', (_, rows, count) => {
    const collection = createRowCollection();
    collection.add(rows);
    expect(collection.rows()).toHaveLength(count);
  });
});

it('a full collection takes no more rows, and keeps those it has', () => {
  const collection = createRowCollection(2);
  expect(collection.add([row('a', null), row('a', null), row('b', null)])).toBe(true);
  expect(collection.add([row('a', null)])).toBe(true);
  expect(collection.add([row('c', null)])).toBe(false);
  expect(collection.rows()).toHaveLength(2);
});

describe('what a text says about a message in several places', () => {
  const collected = (...rows: Row[]) => {
    const collection = createRowCollection();
    collection.add(rows);
    return collection.rows();
  };

  it('the action and the duration of a message are merged from several places of a text', () =>
    expect(collected(row('a', 'x', { days: 30 }), row('a', 'x', { action: 'unpin' }))).toMatchObject([
      { action: 'unpin', days: 30, unread: {} },
    ]));

  it('contradicting actions or durations of one message are a problem', () =>
    expect(collected(row('a', 'x', { action: 'pin' }), row('a', 'x', { action: 'unpin' }))).toMatchObject([
      { action: null, unread: { action: { problem: 'action-unknown', text: 'pin / unpin' } } },
    ]));
});
