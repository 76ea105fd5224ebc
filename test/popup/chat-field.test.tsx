// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { JSX } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announce } from '../../src/platform/changes.ts';
import { ChatField } from '../../src/popup/chat-field.tsx';
import { createListedChats } from '../../src/popup/listed-chats.ts';
import { type Failure, failure, providerOf, viewOfProvider } from '../../src/providers/index.ts';
import { browser } from '../fake-browser.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const flowers = { chat: '120363019502650977@g.us', name: 'Condomínio Jardim das Flores' };
const mariana = { chat: '5511987654321@c.us', name: 'Mariana Costa' };
const nameless = { chat: '5511911112222@c.us', name: '' };
const hidden = { chat: '81896604192873@lid', name: 'Rafael' };

const worker = { chats: [flowers, mariana], failure: null as Failure | null };
const sent = vi.spyOn(browser.runtime, 'sendMessage');
const onInput = vi.fn();
const account = { id: 'support', name: 'Support', provider: viewOfProvider(providerOf('z-api')) };

/** The field as it is in a popup that was just opened. */
function makeField(): (value: string) => JSX.Element {
  const listedChats = createListedChats()(account.id);
  return (value) => (
    <ChatField account={account} listedChats={listedChats} value={value} problem={null} onInput={onInput} />
  );
}

const show = (value = '') => render(makeField()(value));

const box = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Chat' });
const callsOf = (intent: string) =>
  sent.mock.calls.filter(([message]) => JSON.stringify(message).includes(`"${intent}"`));
const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
const note = () => document.getElementById('chat-note')?.textContent ?? null;

beforeEach(() => {
  worker.chats = [flowers, mariana];
  worker.failure = null;
  sent.mockReset().mockImplementation(async (message) => {
    const list = { chats: worker.chats, complete: true, fetchedAt: 1 };
    const { intent } = message as { intent: string };
    return { ok: true, answer: intent === 'chats' ? list : { list, failure: worker.failure } };
  });
  onInput.mockReset();
});
afterEach(cleanup);

describe('the chats of the account', () => {
  it('the chats that the worker has kept are listed by name and kind without asking the provider', async () => {
    worker.chats = [flowers, mariana, nameless, hidden];
    show();
    await waitFor(() => expect(callsOf('chats')).toHaveLength(1));
    await screen.findByRole('combobox');
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    await waitFor(() =>
      expect(options()).toEqual([
        'Condomínio Jardim das FloresGroup',
        'Mariana Costa+5511987654321',
        '+5511911112222',
        'RafaelHidden number',
      ]),
    );
    expect(callsOf('refresh chats')).toHaveLength(0);
  });

  it('the provider is asked for its chats once, when the field gets the focus', async () => {
    show();
    fireEvent.focus(box());
    fireEvent.blur(box());
    fireEvent.focus(box());
    await waitFor(() => expect(callsOf('refresh chats')).toHaveLength(1));
  });

  it('the list grows with each page of chats', async () => {
    worker.chats = [];
    show();
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    worker.chats = [mariana];
    announce('chats');
    await waitFor(() => expect(options()).toEqual(['Mariana Costa+5511987654321']));
  });
});

describe('a chat', () => {
  it('choosing a chat passes on its JID', async () => {
    show();
    fireEvent.input(box(), { target: { value: 'condominio' } });
    await waitFor(() => expect(options()).toHaveLength(1));
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(onInput).toHaveBeenLastCalledWith(flowers.chat);
  });

  it('a chat that is filled in is shown by its name, with its number in the note', async () => {
    show(mariana.chat);
    expect(box().value).toBe(mariana.chat);
    await waitFor(() => expect(box().value).toBe('Mariana Costa'));
    expect(note()).toBe('+5511987654321');
  });

  it('a number that is typed stays as typed, with the name of its chat in the note', async () => {
    show('+55 11 98765-4321');
    await waitFor(() => expect(note()).toBe('Mariana Costa'));
    expect(box().value).toBe('+55 11 98765-4321');
  });

  it('a chat that is filled in replaces the typed one while the box has the focus', () => {
    const field = makeField();
    const { rerender } = render(field(''));
    fireEvent.focus(box());
    fireEvent.input(box(), { target: { value: '+5511999999999' } });
    rerender(field('+5511999999999'));
    expect(box().value).toBe('+5511999999999');
    rerender(field(''));
    expect(box().value).toBe('');
  });

  it('a note says that an unlisted chat is used as entered, and stays when the box loses the focus', async () => {
    const field = makeField();
    const { rerender } = render(field(''));
    fireEvent.focus(box());
    fireEvent.input(box(), { target: { value: '+5531900000000' } });
    rerender(field('+5531900000000'));
    await screen.findByText('This number isn’t in the list. It will be used as entered.', {}, { timeout: 2_000 });
    await act(() => {
      fireEvent.blur(box());
    });
    // A timer of 0 ms that was set when the box lost the focus would run before this one.
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(
      screen.getByText('This number isn’t in the list. It will be used as entered.').parentElement?.className,
    ).toBe('help');
    rerender(field(''));
    await waitFor(() =>
      expect(screen.queryByText('This number isn’t in the list. It will be used as entered.')).toBeNull(),
    );
  });

  it('an unknown number is shown as it is, without a note', async () => {
    show('5511900000000');
    await waitFor(() => expect(callsOf('chats')).toHaveLength(1));
    expect([box().value, note()]).toEqual(['5511900000000', null]);
  });
});

describe('a list that cannot be loaded', () => {
  it.each([
    [failure('unavailable', 'offline'), 'You are offline, so nothing new was loaded for “Support”.'],
    [failure('unavailable', 'server'), 'Z-API had a server error, so the list for “Support” could not be loaded.'],
    [failure('unknown', 'timeout'), 'Pushpin got no readable answer from Z-API for “Support”'],
    [failure('rejected', 'refused'), 'Z-API refused this list for “Support”.'],
    [
      failure('unauthorized', 'token'),
      'Z-API doesn’t recognize the instance ID and instance token of “Support” as a pair.',
    ],
  ])('a list that cannot be loaded says why, and a number can still be typed: %j', async (why, sentence) => {
    worker.failure = why;
    show();
    fireEvent.focus(box());
    await screen.findByText(sentence, { exact: false });
    expect(screen.getByText('You can still enter a phone number or a group ID.')).toBeTruthy();
    fireEvent.input(box(), { target: { value: '5511900000000' } });
    expect(onInput).toHaveBeenLastCalledWith('5511900000000');
  });

  it('a list that could not be loaded can be loaded again', async () => {
    worker.failure = failure('unavailable', 'server');
    show();
    fireEvent.focus(box());
    const again = await screen.findByRole('button', { name: 'Load chats again' });
    worker.failure = null;
    fireEvent.click(again);
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
    expect(callsOf('refresh chats')).toHaveLength(2);
  });

  it('a list that cannot be loaded says so if the worker does not answer', async () => {
    sent.mockResolvedValue({ ok: false, code: 'failed', detail: 'worker' });
    show();
    fireEvent.focus(box());
    await screen.findByText('“Support”', { exact: false });
  });
});
