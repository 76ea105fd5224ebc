// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { viewOf } from '../../src/accounts/account.ts';
import { emptyDraft } from '../../src/pins/plan/empty-form.ts';
import { AccountField } from '../../src/popup/account-field.tsx';
import { emptyPlan } from '../../src/popup/planning.ts';
import { createPopupState } from '../../src/popup/popup-state.ts';
import { makeZApiAccount } from '../accounts/make-account.ts';
import { createFakeWorker, openedPopup } from '../fake-worker.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
vi.mock('../../src/platform/read-clipboard', () => ({ readClipboard: () => null }));

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const only = makeZApiAccount({ id: 'only', name: 'Support' });
const accounts = [viewOf(only, { accounts: [only], defaultId: null })];

/** The field in a popup with one account, whose form has that one chosen. */
async function show(accountId: string | null, hasUnreadableAccounts = false): Promise<void> {
  const plan = {
    ...emptyPlan,
    accountId: accountId === 'gone' ? null : 'only',
  };
  const draft = { ...emptyDraft, message: 'x', accountId };
  const overview = { accounts, hasUnreadableAccounts, days: {}, latest: [], draft, country: null };
  const worker = createFakeWorker({ ...openedPopup(overview, plan), plan, 'keep draft': null });
  const state = createPopupState();
  await worker.settled();
  await waitFor(() => expect(state.ready.value).toBe(true));
  render(<AccountField state={state} problem={null} />);
}

it.each([null, 'only'])(
  'the account field is not shown with a single account (account of the message: %s)',
  async (accountId) => {
    await show(accountId);
    expect(screen.queryByRole('combobox', { name: 'Account' })).toBeNull();
  },
);

it('the account field is shown for a message of a deleted account, with the only account left', async () => {
  await show('gone');
  const choices = screen.getByRole('combobox', { name: 'Account' });
  expect([...choices.children].map(({ textContent }) => textContent)).toEqual(['Choose an account', 'Support (Z-API)']);
});

it('the account field is shown with a single account beside accounts that cannot be read', async () => {
  await show(null, true);
  expect(screen.getByRole('combobox', { name: 'Account' })).toHaveProperty('value', 'only');
});
