import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../../../src/options/pins/add-many/reading/find-table.ts';
import { idOf } from './logs.ts';
import { rowsOf } from './rows-of.ts';

const header = 'messageId,chat,account,action,days,note\n';
const read = rowsOf;

describe('a table', () => {
  it('a table is read by its columns, with the numbers of its lines', async () => {
    const rows = await read(
      `${header}${idOf(1)},5511987654321,Support,unpin,,\n\n${idOf(2)},,"Community, India",,30 days,"a\nnote"\n${idOf(3)}\n`,
    );
    expect(rows).toMatchObject([
      {
        lineNumber: 2,
        reference: { messageId: idOf(1), chat: '5511987654321' },
        account: 'Support',
        action: 'unpin',
        days: null,
      },
      {
        lineNumber: 4,
        reference: { messageId: idOf(2), chat: null },
        account: 'Community, India',
        action: null,
        days: 30,
      },
      { lineNumber: 5, reference: { messageId: idOf(3) }, account: '', action: null, days: null, unread: {} },
    ]);
  });

  it.each([
    [
      'an action',
      `${idOf(1)},,,delete,7,`,
      { unread: { action: { problem: 'action-unknown', text: 'delete' } }, action: null, days: 7 },
    ],
    [
      'a duration',
      `${idOf(1)},,,pin,2,`,
      { unread: { duration: { problem: 'days-unknown', text: '2' } }, action: 'pin', days: null },
    ],
    [
      'words beside the message',
      `"${idOf(1)} please unpin",,,,,`,
      { unread: { action: { problem: 'said-of-several', text: 'unpin' } }, action: null },
    ],
    ['no message', 'hello there,5511987654321,,pin,7,', { reference: null, messageText: 'hello there' }],
  ])('a table row with %s stays in the review as a problem', async (_, row, found) =>
    expect(await read(header + row)).toMatchObject([{ lineNumber: 2, ...found }]),
  );

  it('a Markdown table is read', async () => {
    const rows = await read(`| id | phone | duration |\n|---|---|---|\n| \`${idOf(1)}\` | 5511987654321 | 7 days |\n`);
    expect(rows).toMatchObject([{ lineNumber: 3, reference: { messageId: idOf(1), chat: '5511987654321' }, days: 7 }]);
  });

  it('columns of a table tell who sent a message', async () =>
    expect(await read(`id;phone;fromMe\n${idOf(1)};5511987654321;true`)).toMatchObject([
      { reference: { fromMe: true } },
    ]));

  it.each(['messageIds', 'messageId'])(
    'a cell with several messages in a column %s gives a row for each',
    async (name) => {
      const rows = await read(`${name};chat;action\n"${idOf(1)}\n${idOf(2)}, ${idOf(3)}";5511987654321;unpin`);
      expect(
        rows.map(({ reference, action, lineNumber }) => [reference?.messageId, reference?.chat, action, lineNumber]),
      ).toEqual([1, 2, 3].map((n) => [idOf(n), '5511987654321', 'unpin', 2]));
    },
  );

  it('a table is read with the roles that the user chose', async () => {
    const text = `messageId;Verb;action;phone;other\n${idOf(1)};unpin;pin;5511987654321;5511912345678`;
    const roles = ['message', 'action', 'unused', 'unused', 'chat'] as const;
    expect(await rowsOf(text, [20], undefined, { roles, accountNames: [] })).toMatchObject([
      { reference: { messageId: idOf(1), chat: '5511912345678' }, action: 'unpin', unread: {} },
    ]);
  });

  it('two columns with one meaning are no problem once the user has set one of them to unused', async () => {
    const text = `message;action;operation\n${idOf(1)};pin;unpin`;
    const readAs = (roles: ReadOptions['roles']) => rowsOf(text, [20], undefined, { roles, accountNames: [] });
    const asked = [{ action: null, unread: { action: { problem: 'action-twice', text: 'pin / unpin' } } }];
    expect(await readAs(null)).toMatchObject(asked);
    expect(await readAs(['message', 'action', null])).toMatchObject(asked);
    expect(await readAs(['message', 'action', 'action'])).toMatchObject(asked);
    expect(await readAs(['message', 'action', 'unused'])).toMatchObject([{ action: 'pin', unread: {} }]);
    expect(await readAs(['message', 'unused', 'action'])).toMatchObject([{ action: 'unpin', unread: {} }]);
  });

  it('a table has the same rows however its text is cut into chunks', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '\r\n'),
        async (count, lengths, lineEnd) => {
          const line = (n: number) => `${idOf(n)},55119${80_000_000 + n},"Sup ""port"", ${n}",pin,7,"two\nlines"`;
          const text = [header.trim(), ...Array.from({ length: count }, (_, n) => line(n)), ''].join(lineEnd);
          const rows = await read(text, lengths);
          expect(rows).toEqual(await read(text));
          expect(rows.map(({ reference, account }) => [reference?.messageId, account])).toEqual(
            Array.from({ length: count }, (_, n) => [idOf(n), `Sup "port", ${n}`]),
          );
        },
      ),
      { numRuns: 60 },
    ));

  it('a quote that is never closed does not swallow the rest of a table', async () => {
    const lines = Array.from({ length: 30_000 }, (_, n) => `${idOf(n)},5511987654321,,pin,7,\n`).join('');
    const rows = await read(`${header}${idOf(1)},5511987654321,"Support,pin,7,\n${lines}`, [64 * 1024]);
    expect(rows.length).toBeGreaterThan(5_000);
  });
});
