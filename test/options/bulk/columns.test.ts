import { describe, expect, it } from 'vitest';
import { readAction, readDays } from '../../../src/options/bulk/cells.ts';
import { findColumns } from '../../../src/options/bulk/columns.ts';

describe('a header', () => {
  it.each([
    ['messageId,chat,account,action,days', ',', 0, { account: 2, action: 3, days: 4 }],
    ['Message ID;Chat;Account;Keep pinned for', ';', 0, { account: 2, days: 3 }],
    ['"account"\t"message_id"\t"phone"', '\t', 1, { account: 0 }],
    ['| id | phone | duration |', '|', 1, { days: 3 }],
    ['Report of August\nphone,instanceId,messageId\n', ',', 2, { account: 1 }],
    ['message,chat,messageAction,pinMessageDuration', ',', 0, { action: 2, days: 3 }],
    ['Mensagem;Telefone;Conta;Ação;Duração', ';', 0, { account: 2, action: 3, days: 4 }],
    ['\ufeffmessageId,chat', ',', 0, {}],
  ])('%j', (text, delimiter, message, at) =>
    expect(findColumns(`${text}\n3EB0796DC6B777C0C7CD`)).toMatchObject({ delimiter, message, at }),
  );

  it.each([
    ['a log', '2026-08-02 INFO, webhook\n{"messageId":"3EB0796DC6B777C0C7CD"}'],
    ['a list of ids', '3EB0796DC6B777C0C7CD,3EB0C431C26A1916E07E9A'],
    ['a table about something else', 'name,price\nchair,12'],
    ['a table of texts', 'message,price\nhello,12'],
    ['one column', 'messageId\n3EB0796DC6B777C0C7CD'],
    ['nothing', ''],
  ])('is not in %s', (_, text) => expect(findColumns(text)).toBeNull());

  it('is not looked for in the middle of a text', () =>
    expect(findColumns(`${'a line\n'.repeat(30)}messageId,chat\n`)).toBeNull());
});

it.each([
  ['pin', 'pin'],
  [' Unpin ', 'unpin'],
  ['', null],
  ['delete', 'action-unknown'],
  ['true', 'action-unknown'],
])('the action %j is %j', (cell, action) => expect(readAction(cell)).toBe(action));

it.each([
  ['1', 1],
  ['7', 7],
  ['30', 30],
  ['7 days', 7],
  ['7_days', 7],
  ['1 day', 1],
  ['30d', 30],
  ['24 hours', 1],
  ['24_hours', 1],
  ['24h', 1],
  ['', null],
  ['24', 'days-unknown'],
  ['2 days', 'days-unknown'],
  ['7 weeks', 'days-unknown'],
  ['7.5', 'days-unknown'],
  ['-7', 'days-unknown'],
  ['forever', 'days-unknown'],
])('the duration %j is %j', (cell, days) => expect(readDays(cell)).toBe(days));
