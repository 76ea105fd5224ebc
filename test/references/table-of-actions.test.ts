import { describe, expect, it } from 'vitest';
import { findReferences, readText } from '../../src/references/index.ts';

const id = '3EB0796DC6B777C0C7CD';
const other = '3EB0C431C26A1916E07E9A';
const chat = '5511987654321';

describe('a table that says for each message what to do is not for one gesture:', () => {
  it.each([
    ['with an action', `messageId,phone,action\n${id},${chat},unpin`],
    ['with a duration', `messageId;phone;dias\n${id};${chat};30`],
    ['in Portuguese', `conta;mensagem;duração;ação\nAtendimento;${id};30 dias;desafixar`],
    ['in Hindi', `संदेश\tकार्रवाई\n${id}\tअनपिन करें`],
    ['with an action that nobody can read', `messageId,phone,action\n${id},${chat},archive`],
    ['with an action in its last row only', `messageId,phone,action\n${id},${chat},\n${other},${chat},unpin`],
    ['under a name that nobody knows', `messageId,phone,Verb\n${id},${chat},unpin`],
    ['without a header', `${id};${chat};unpin\n${other};${chat};pin`],
    ['whose tabs and line ends have become blanks', `Message ID Phone Operation ${id} ${chat} unpin`],
    ['without a header, by durations', `${id};${chat};30 dias`],
  ])('a table of actions is refused: %s', (_, text) =>
    expect(readText(text)).toEqual({ references: [], possible: [], refusal: 'table-of-actions' }),
  );
});

describe('a text that says nothing of the kind is read as before:', () => {
  it.each([
    ['a table without such a column', `messageId,phone\n${id},${chat}`],
    ['a table with an empty one', `messageId,phone,action\n${id},${chat},\n`],
    ['a sentence about pinning', `please unpin, or pin, this one: ${id}`],
    ['a sentence about an action', `The message needs action: ${id}`],
    ['a payload', JSON.stringify({ messageId: id, phone: chat, action: 'message' })],
    ['a log', `2026-08-02 14:03, INFO, waited 7 days, ${id}`.replace('waited 7 days', 'waited for 7 days')],
  ])('a text without actions is read: %s', (_, text) =>
    expect(readText(text).references).toMatchObject([{ messageId: id }]),
  );
});

it.each([
  ['Mensagem;Celular', 'Portuguese'],
  ['Mensaje;Teléfono', 'Spanish'],
])('the columns %j are known to be messages and chats (%s)', (header) =>
  expect(findReferences(`${header}\n${id};${chat}`)).toMatchObject([{ messageId: id, chat }]),
);
