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
  at: Date.UTC(2026, 10, 20, 12),
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
  it('is not there where the provider lists no messages', () => {
    show({ provider: 'z-api' });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks for nothing until it is opened', () => {
    show();
    expect(opener().getAttribute('aria-expanded')).toBe('false');
    expect(sent).not.toHaveBeenCalled();
  });

  it('wants a chat first', () => {
    show({ chat: '' });
    fireEvent.click(opener());
    expect(screen.getByText('Choose a chat first.').getAttribute('aria-live')).toBe('polite');
    expect(pages()).toEqual([]);
  });

  it('asks for the chat itself where the form does not', () => {
    show({ chat: null });
    fireEvent.click(opener());
    expect(screen.getByRole('combobox', { name: 'Chat' })).toBeTruthy();
  });

  it('closes by Escape and gives the focus back', async () => {
    answers.push({ messages: [entry('a')], next: null });
    show();
    fireEvent.click(opener());
    expect(fireEvent.keyDown(await list(), { key: 'Escape' })).toBe(false);
    expect(opener().getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(opener());
  });
});

describe('the messages', () => {
  it('have their text, whose they are and when, and the focus', async () => {
    answers.push({
      messages: [entry('Hello'), entry('Mine', { fromMe: true, at: null }), entry('', { key: 'k' })],
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
  ])('are chosen by the keys %j', async (keys, text) => {
    answers.push({ messages: ['a', 'b', 'c'].map((each) => entry(each)), next: null });
    show();
    fireEvent.click(opener());
    const box = await list();
    for (const key of keys) fireEvent.keyDown(box, { key });
    expect(chosen).toHaveBeenCalledExactlyOnceWith(`key of ${text}`);
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('are chosen by the mouse, and not by Tab', async () => {
    answers.push({ messages: [entry('a'), entry('b')], next: null });
    show();
    fireEvent.click(opener());
    expect(fireEvent.keyDown(await list(), { key: 'Tab' })).toBe(true);
    expect(chosen).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('b'));
    expect(chosen).toHaveBeenCalledExactlyOnceWith('key of b');
  });

  it('come in pages, and the first older one is active', async () => {
    answers.push({ messages: [entry('a'), entry('b')], next: 26 }, { messages: [entry('b'), entry('c')], next: null });
    show();
    fireEvent.click(opener());
    fireEvent.click(await screen.findByRole('button', { name: 'Show older' }));
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3));
    expect(pages()).toEqual([null, 26]);
    expect(active(await list())?.textContent).toMatch(/^c/);
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it('that there are none of is said', async () => {
    answers.push({ messages: [], next: null });
    show();
    fireEvent.click(opener());
    await screen.findByText('Periskope lists no messages in this chat.');
  });

  it('that cannot be loaded say why, keep the others, and can be loaded again', async () => {
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

  it('of another chat take the place of those of the first', async () => {
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
