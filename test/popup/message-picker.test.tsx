// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createListedChats } from '../../src/popup/listed-chats.ts';
import { MessagePicker } from '../../src/popup/message-picker.tsx';
import { failure, type MessageEntry, type MessagePage, providerOf, viewOfProvider } from '../../src/providers/index.ts';
import { browser } from '../fake-browser.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const chat = '919487126251@c.us';
const viewOf = (id: string) => viewOfProvider(providerOf(id));
const account = { id: 'community', name: 'Community', provider: viewOf('periskope') };
const entry = (text: string, parts: Partial<MessageEntry> = {}): MessageEntry => ({
  key: `key of ${text}`,
  id: text,
  text,
  fromMe: false,
  sentAt: Date.UTC(2026, 10, 20, 12),
  ...parts,
});

const answers: (MessagePage | ReturnType<typeof failure>)[] = [];
const sent = vi.spyOn(browser.runtime, 'sendMessage');
const chosen = vi.fn();

const show = (parts: { chat?: string | null; provider?: string } = {}) =>
  render(
    <MessagePicker
      account={{ ...account, provider: viewOf(parts.provider ?? 'periskope') }}
      listedChats={createListedChats()}
      chat={parts.chat === undefined ? chat : parts.chat}
      onChoose={chosen}
    />,
  );
const opener = () => screen.getByRole('button', { name: 'Choose a message…' });
const list = () => screen.findByRole('listbox', { name: /^Latest in/ });
const active = (box: HTMLElement) => document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
const pages = () =>
  sent.mock.calls.flatMap(([message]) => {
    const { intent, input } = message as { intent: string; input: { page: number | null } };
    return intent === 'messages' ? [input.page] : [];
  });

beforeEach(() => {
  answers.length = 0;
  chosen.mockReset();
  sent.mockReset().mockImplementation(async (message) => {
    const { intent } = message as { intent: string };
    const known = { chats: [{ chat, name: 'Asha Verma' }], complete: true, fetchedAt: 1 };
    return { ok: true, answer: intent === 'messages' ? answers.shift() : known };
  });
});
afterEach(cleanup);

describe('the picker', () => {
  it('the picker is not shown if the provider lists no messages', () => {
    show({ provider: 'z-api' });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('the picker loads nothing until it is opened', () => {
    show();
    expect(opener().getAttribute('aria-expanded')).toBe('false');
    expect(sent).not.toHaveBeenCalled();
  });

  it('the picker asks to choose a chat first', async () => {
    show({ chat: '' });
    fireEvent.click(opener());
    expect((await screen.findByText('Choose a chat first.')).getAttribute('aria-live')).toBe('polite');
    expect(pages()).toEqual([]);
  });

  it('the picker has a chat field if the form has none', () => {
    show({ chat: null });
    fireEvent.click(opener());
    expect(screen.getByRole('combobox', { name: 'Chat' })).toBeTruthy();
  });

  it('Escape closes the picker and returns the focus to its button', async () => {
    answers.push({ messages: [entry('a')], next: null });
    show();
    fireEvent.click(opener());
    expect(fireEvent.keyDown(await list(), { key: 'Escape' })).toBe(false);
    expect(opener().getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(opener());
  });
});

describe('the messages', () => {
  it('the messages are listed with text, direction and time, and get the focus', async () => {
    answers.push({
      messages: [entry('Hello'), entry('Mine', { fromMe: true, sentAt: null }), entry('', { key: 'k' })],
      next: null,
    });
    show();
    fireEvent.click(opener());
    const box = await list();
    await waitFor(() => expect(box.getAttribute('aria-label')).toBe('Latest in Asha Verma'));
    const lines = screen.getAllByRole('option').map(({ textContent }) => textContent);
    expect(lines[0]).toMatch(/^HelloFrom them · .*20/);
    expect(lines[1]).toBe('MineFrom you');
    expect(lines[2]).toMatch(/^No text/);
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(screen.getByText('Messages in the list: 3.').getAttribute('aria-live')).toBe('polite');
  });

  it.each([
    [['Enter'], 'a'],
    [[' '], 'a'],
    [['ArrowDown', 'Enter'], 'b'],
    [['End', 'Enter'], 'c'],
    [['ArrowUp', ' '], 'c'],
    [['End', 'Home', 'Enter'], 'a'],
  ])('the keys %j choose a message', async (keys, text) => {
    answers.push({ messages: ['a', 'b', 'c'].map((each) => entry(each)), next: null });
    show();
    fireEvent.click(opener());
    const box = await list();
    for (const key of keys) fireEvent.keyDown(box, { key });
    expect(chosen).toHaveBeenCalledExactlyOnceWith(`key of ${text}`);
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('a click chooses a message, and Tab does not', async () => {
    answers.push({ messages: [entry('a'), entry('b')], next: null });
    show();
    fireEvent.click(opener());
    expect(fireEvent.keyDown(await list(), { key: 'Tab' })).toBe(true);
    expect(chosen).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('b'));
    expect(chosen).toHaveBeenCalledExactlyOnceWith('key of b');
  });

  it('older messages are loaded page by page, and the first new one becomes active', async () => {
    answers.push({ messages: [entry('a'), entry('b')], next: 26 }, { messages: [entry('b'), entry('c')], next: null });
    show();
    fireEvent.click(opener());
    fireEvent.click(await screen.findByRole('button', { name: 'Show older' }));
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3));
    expect(pages()).toEqual([null, 26]);
    expect(active(await list())?.textContent).toMatch(/^c/);
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it('the picker says if the chat has no messages', async () => {
    answers.push({ messages: [], next: null });
    show();
    fireEvent.click(opener());
    await screen.findByText('Periskope lists no messages in this chat.');
  });

  it('a page that cannot be loaded says why, keeps the other messages, and can be loaded again', async () => {
    answers.push({ messages: [entry('a')], next: 26 }, failure('unavailable', 'server'), {
      messages: [entry('b')],
      next: null,
    });
    show();
    fireEvent.click(opener());
    fireEvent.click(await screen.findByRole('button', { name: 'Show older' }));
    const again = await screen.findByRole('button', { name: 'Load messages again' });
    expect(screen.getByText('Periskope had a server error', { exact: false })).toBeTruthy();
    expect(screen.getAllByRole('option')).toHaveLength(1);
    fireEvent.click(again);
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    expect(pages()).toEqual([null, 26, 26]);
  });

  it('the messages of another chat replace those of the first', async () => {
    answers.push({ messages: [entry('a')], next: null }, { messages: [entry('b')], next: null });
    const listedChats = createListedChats();
    const picker = (of: string) => (
      <MessagePicker account={account} listedChats={listedChats} chat={of} onChoose={chosen} />
    );
    const { rerender } = render(picker(chat));
    fireEvent.click(opener());
    await list();
    rerender(picker('120363297269676566@g.us'));
    await waitFor(() => expect(screen.getByRole('option').textContent).toMatch(/^b/));
  });
});
