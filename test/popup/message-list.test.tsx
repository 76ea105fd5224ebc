// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { MessageList } from '../../src/popup/message-list.tsx';
import type { PopupState } from '../../src/popup/popup-state.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
afterEach(cleanup);

const row = (messageId: string, chat: string, chatFrom: string, question: string | null) => ({
  ...{ key: messageId, messageId, chat, chatFrom, question, namedChat: null, accountId: 'a', accountName: 'Support' },
});

/** Returns the second line of a row with that chat. */
function detailOf(...[chat, chatFrom, question]: [string, string, string | null]): string {
  const items = [row('M1', chat, chatFrom, question), row('M2', '+5521988887777', 'text', null)];
  const parts = { popupPlan: signal({ items }), form: signal({ excluded: [] }), edit: vi.fn() };
  render(<MessageList state={parts as unknown as PopupState} />);
  return screen.getByRole('checkbox', { name: /M1/ }).parentElement?.querySelector('.small')?.textContent ?? '';
}

it.each([
  ['+5511999999999', 'typed', null, '+5511999999999 (chat typed below) · Support'],
  ['11 99999-9999', 'typed', 'chat-country', '11 99999-9999 (chat typed below) · Support'],
  ['11 99999-9999', 'text', 'chat-country', '11 99999-9999 · Support'],
  ['+5511999999999', 'default', null, '+5511999999999 (default chat) · Support'],
])('the row of a list with %s (%s, %s) says %s', (chat, from, question, words) =>
  expect(detailOf(chat, from, question)).toBe(words),
);

it('the list of messages says how many there are', () => {
  const items = [row('M1', '5511999999999', 'text', null), row('M2', '5521988887777', 'text', null)];
  const parts = { popupPlan: signal({ items }), form: signal({ excluded: [] }), edit: vi.fn() };
  render(<MessageList state={parts as unknown as PopupState} />);
  expect(screen.getByRole('group', { name: 'Messages found: 2' })).toBeTruthy();
});
