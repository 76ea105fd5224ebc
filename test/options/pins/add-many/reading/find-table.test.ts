import { describe, expect, it } from 'vitest';
import { findTable } from '../../../../../src/options/pins/add-many/reading/find-table.ts';

const asItSays = { roles: null, accountNames: [] };
const id = '3EB0796DC6B777C0C7CD';
/** Returns the columns that are used, by role. */
function used(text: string, howToRead: Parameters<typeof findTable>[2] = asItSays) {
  const table = findTable(text, true, howToRead);
  const columns = table?.columns.flatMap(({ role }, index) => (role === 'unused' ? [] : [[role, index]]));
  return table && { delimiter: table.delimiter, skip: table.skip, ...Object.fromEntries(columns ?? []) };
}
const doubtful = (text: string) =>
  findTable(text, true, asItSays)?.columns.flatMap(({ name, isUnknown }) => (isUnknown ? [name] : []));

describe('a header', () => {
  it.each([
    ['messageId,chat,account,action,days', ',', { message: 0, chat: 1, account: 2, action: 3, duration: 4 }],
    ['Message ID;Chat;Account;Keep pinned for', ';', { message: 0, chat: 1, account: 2, duration: 3 }],
    ['"account"\t"message_id"\t"phone"', '\t', { account: 0, message: 1, chat: 2 }],
    ['| id | phone | duration |', '|', { message: 1, chat: 2, duration: 3 }],
    ['Report of August\nphone,instanceId,messageId', ',', { skip: 2, chat: 0, account: 1, message: 2 }],
    ['message,chat,messageAction,pinMessageDuration', ',', { message: 0, chat: 1, action: 2, duration: 3 }],
    ['Mensagem;Telefone;Conta;Ação;Duração', ';', { message: 0, chat: 1, account: 2, action: 3, duration: 4 }],
    ['conta;mensagem;duração;ação', ';', { account: 0, message: 1, duration: 2, action: 3 }],
    ['CUENTA,Mensaje,Acción,Tipo de operación', ',', { account: 0, message: 1, action: 2 }],
    ['संदेश,फ़ोन नंबर,खाता,कार्रवाई,अवधि', ',', { message: 0, chat: 1, account: 2, action: 3, duration: 4 }],
    ['Message ID,Phone,Operation,Expires in', ',', { message: 0, chat: 1, action: 2, duration: 3 }],
    ['id da mensagem;celular;tipo de ação;validade (dias)', ';', { message: 0, chat: 1, action: 2, duration: 3 }],
    ['\ufeffmessageId,chat', ',', { message: 0, chat: 1 }],
    ['message_id,from,to,fromMe', ',', { message: 0, chat: 2, sender: 3 }],
  ])('the header %j is found, with its delimiter and the roles of its columns', (text, delimiter, columns) =>
    expect(used(`${text}\n`)).toMatchObject({ delimiter, skip: 1, ...columns }),
  );

  it.each([
    ['a log', '2026-08-02 INFO, webhook\n{"messageId":"3EB0796DC6B777C0C7CD"}'],
    ['a list of ids', '3EB0796DC6B777C0C7CD,3EB0C431C26A1916E07E9A'],
    ['a table about something else', 'name,price\nchair,12'],
    ['a table of texts', 'message,price\nhello,12'],
    ['one column', 'messageId\n3EB0796DC6B777C0C7CD'],
    ['nothing', ''],
  ])('no header is found in %s', (_, text) => expect(used(text)).toBeNull());

  it('no header is looked for in the middle of a text', () =>
    expect(used(`${'a line\n'.repeat(30)}messageId,chat\n`)).toBeNull());
});

describe('the user is to look at', () => {
  it.each([
    ['a name that nobody knows', `messageId,chat,Frobnicate\n${id},5511987654321,x`, ['Frobnicate']],
    ['a second column of the same name', `messageId,action,action\n${id},pin,unpin`, ['action']],
    ['two columns of messages', `messageId;message\n${id};3EB0C431C26A1916E07E9A`, ['message']],
    ['a column without a name', `messageId,chat,\n${id},5511987654321,x`, ['']],
    ['a status that says what to do', `messageId,action,status\n${id},pin,unpin`, ['status']],
    ['a note that says how long', `messageId,notes\n${id},30 days`, ['notes']],
    ['an action under another name', `messageId,What\n${id},unpin`, ['What']],
    [
      'From and To where nothing tells which is the chat',
      `messageId,from,to\n${id},5511987654321,5511987654322`,
      ['from', 'to'],
    ],
  ])('the user is warned of %s', (_, text, names) => expect(doubtful(text)).toEqual(names));

  it.each([
    [
      'what is known to be not used',
      `messageId,chat,Status,Date,Name,Notes\n${id},5511987654321,sent,2026-08-02,Maria,hello`,
    ],
    ['a column of texts beside the ids', `messageId,message\n${id},hello`],
    ['a column of names beside the numbers', `messageId,chat,phone\n${id},Maria,5511987654321`],
    ['the edges of Markdown', `| id | phone |\n|---|---|\n| ${id} | 5511987654321 |`],
  ])('the user is not warned of %s', (_, text) => expect(doubtful(text)).toEqual([]));
});

describe('without a header', () => {
  it.each([
    ['ids and numbers', `${id};5511987654321\n3EB0C431C26A1916E07E9A;5511987654322`, { message: 0, chat: 1 }],
    ['actions and durations', `unpin,7 days,true_5511987654321@c.us_${id}`, { action: 0, duration: 1, message: 2 }],
    ['dates', `2026-08-02;${id};5511987654321;fixar`, { message: 1, chat: 2, action: 3 }],
    ['numbers of days', `${id}\t5511987654321\tpin\t30`, { message: 0, chat: 1, action: 2, duration: 3 }],
  ])('the columns of a table without a header are found by %s', (_, text, columns) =>
    expect(used(text)).toEqual({ delimiter: expect.any(String), skip: 0, ...columns }),
  );

  it('a column of accounts is found by the names of the accounts', () =>
    expect(used(`${id};Loja`, { roles: null, accountNames: ['Loja'] })).toMatchObject({ message: 0, account: 1 }));

  it('a line of unknown names above the rows is the header', () => {
    const table = findTable(`Código;Destino\n${id};5511987654321\n`, true, asItSays);
    expect(table).toMatchObject({
      skip: 1,
      columns: [{ name: 'Código', role: 'message', isUnknown: true }, { role: 'chat' }],
    });
  });
});

describe('roles that the user chose', () => {
  it('roles that the user chose replace those of the header, without a warning', () => {
    const text = `messageId,Frobnicate,action\n${id},unpin,pin`;
    const table = findTable(text, true, { roles: ['message', 'action', 'unused'], accountNames: [] });
    expect(table?.columns).toMatchObject([
      { role: 'message', isUnknown: false },
      { role: 'action', isUnknown: false },
      { role: 'unused', isUnknown: false },
    ]);
  });

  it('a role that the user chose for two columns belongs to the first, and the second is unused', () => {
    const table = findTable(`messageId,a,b\n${id},pin,unpin`, true, {
      roles: ['message', 'action', 'action'],
      accountNames: [],
    });
    expect(table?.columns[2]).toMatchObject({ role: 'unused', isUnknown: true });
  });
});
