import { describe, expect, it } from 'vitest';
import { emptyForm } from '../../src/pins/plan/empty-form.ts';
import { editForm, type FormChange } from '../../src/popup/edit-form.ts';

const one = '3EB0796DC6B777C0C7C1';
const two = '3EB0796DC6B777C0C7C2';
const chat = '+5511999999999';
const hidden = '81896604192873@lid';

const formAfter = (...changes: FormChange[]) => changes.reduce(editForm, emptyForm);
/** Types a text key by key. */
const keys = (text: string): FormChange[] => [...text].map((_, at) => ({ message: text.slice(0, at + 1) }));
const chatAfter = (...changes: FormChange[]) => {
  const form = formAfter(...changes);
  return [form.chat?.written ?? null, form.earlierChat];
};

describe('a chat', () => {
  it.each([
    ['after its message', [{ message: one }, { chat }]],
    ['before its message, which is pasted', [{ chat }, { message: one }]],
    ['before its message, which is typed', [{ chat }, ...keys(one)]],
    ['before its message, which is typed with a slip', [{ chat }, ...keys(`${one}X`), { message: one }]],
    ['after its message, before another account', [{ message: one }, { chat }, { accountId: 'sales' }]],
    ['after its message, which gets white space', [{ message: one }, { chat }, { message: `${one}\n` }]],
    ['between two other fields', [{ days: 1 }, { message: one }, { chat }, { sender: null }, { action: 'unpin' }]],
  ] as const)('a chat that was typed %s is used for the message', (_when, changes) => {
    const form = formAfter(...changes);
    expect([form.chat?.written, form.chat?.message, form.earlierChat]).toEqual([chat, form.message, null]);
  });

  it.each([
    ['another message is pasted over its own', [{ message: one }, { chat }, { message: two }]],
    ['another message is typed over its own', [{ message: one }, { chat }, { message: two.slice(0, 1) }]],
    ['one sign of its message is changed', [{ message: one }, { chat }, { message: one.slice(0, -1) }]],
    ['another message is added to its own', [{ message: one }, { chat }, { message: `${one}\n${two}` }]],
    ['its message is cleared', [{ message: one }, { chat }, { message: '' }]],
    ['its message is cleared, and typed again', [{ message: one }, { chat }, { message: '' }, { message: one }]],
    ['the message that came next was another before', [{ chat }, { message: one }, { message: two }]],
    ['the message that came next is edited once it is complete', [{ chat }, { message: one }, { message: `${one}A` }]],
    ['the message that came next was typed, and another is pasted', [{ chat }, ...keys(one), { message: two }]],
    ['the message that came next was typed, and is cleared', [{ chat }, ...keys(one), { message: ' ' }]],
    ['the message that came next was typed to its end', [{ chat }, ...keys(one), { days: 1 }, { message: `${one}A` }]],
    ['the account becomes another, and it was typed first', [{ chat }, { message: one }, { accountId: 'sales' }]],
  ] as const)('a typed chat is only offered if %s', (_when, changes) =>
    expect(chatAfter(...changes)).toEqual([null, chat]),
  );

  it('a hidden number is only offered after another account is chosen', () =>
    expect(chatAfter({ message: one }, { chat: hidden }, { accountId: 'sales' })).toEqual([null, hidden]));

  it('a chat that is offered is used once the user takes it', () =>
    expect(chatAfter({ message: one }, { chat }, { message: two }, { chat })).toEqual([chat, null]));

  it('a chat that was emptied on purpose is not offered for the next message', () =>
    expect(chatAfter({ message: one }, { chat }, { chat: '' }, { message: two })).toEqual([null, null]));

  it('a chat that is offered stays offered over several messages', () =>
    expect(chatAfter({ message: one }, { chat }, { message: two }, { message: one })).toEqual([null, chat]));

  it('another message removes the countries that numbers were given', () =>
    expect(formAfter({ message: one }, { numbers: { '11 99999-9999': chat } }, { message: two }).numbers).toEqual({}));

  it('another account keeps the typed number and removes its country', () => {
    const written = '51 99999-9999';
    const numbers = { [written]: '+51999999999' };
    const form = formAfter({ message: one }, { chat: written }, { numbers }, { accountId: 'sales' });
    expect([form.chat?.written, form.numbers]).toEqual([written, {}]);
  });
});

describe('another message', () => {
  const form = formAfter(
    { message: one },
    { accountId: 'sales' },
    { days: 30, action: 'unpin', excluded: ['x'], sender: { fromMe: true, author: null } },
    { message: two },
  );

  it('another message excludes no row, has no sender and is pinned', () =>
    expect(form).toMatchObject({ excluded: [], sender: null, action: 'pin', mustChooseAccount: false }));

  it('another message keeps account and duration as those of an earlier message', () =>
    expect(form).toMatchObject({ accountId: 'sales', days: 30, earlier: { account: true, days: true } }));

  it('an account and a duration that are chosen again belong to the message in the form', () =>
    expect(editForm(form, { accountId: 'sales', days: 30 }).earlier).toEqual({ account: false, days: false }));

  it('an account and a duration that are chosen before the first message belong to that message', () =>
    expect(formAfter({ accountId: 'sales' }, { days: 30 }, { message: one }).earlier).toEqual({
      account: false,
      days: false,
    }));
});

it('another chat removes the author', () =>
  expect(
    formAfter({ message: one, chat, sender: { fromMe: false, author: '+1' } }, { chat: '120363019502650977@g.us' })
      .sender,
  ).toEqual({ fromMe: false, author: null }));
