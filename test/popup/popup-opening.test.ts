// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { emptyDraft } from '../../src/pins/plan/empty-form.ts';
import { viewOfRequest } from '../../src/pins/queue/request-view.ts';
import { announce } from '../../src/platform/changes.ts';
import { createPopupState } from '../../src/popup/popup-state.ts';
import { createFakeWorker } from '../fake-worker.ts';
import { makeRequest } from '../pins/make-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const overview = { accounts: [], hasUnreadableAccounts: false, days: {}, latest: [], draft: null };

// This test has a file of its own, because popups that other tests opened would hear the changes, too.
it('a popup starts once although the overview changes meanwhile, and shows the newest overview', async () => {
  const plan = {
    items: [],
    possible: [],
    accountId: null,
    accountReason: null,
    chat: '',
    asksChat: false,
    offer: null,
  };
  const worker = createFakeWorker({ 'page text': null, plan });
  const unanswered = async (intent: string, count: number) => {
    await vi.waitFor(() => expect(worker.unanswered(intent)).toHaveLength(count));
    return worker.unanswered(intent);
  };
  const state = createPopupState();
  announce('accounts');
  const [opening] = await unanswered('open popup', 1);
  await opening?.answer({ overview, plan, copied: null });
  announce('accounts');
  const [early, late] = await unanswered('overview', 2);
  await late?.answer(overview);
  await early?.answer({ ...overview, draft: { ...emptyDraft, message: 'old', question: 'review' } });
  expect(state.form.value.message).toBe('');
  announce('accounts');
  const [last] = await unanswered('overview', 1);
  await last?.answer({ ...overview, latest: [viewOfRequest(makeRequest({ id: 'new' }))] });
  await vi.waitFor(() => expect(state.requests.latest.value.map(({ id }) => id)).toEqual(['new']));
  expect(worker.inputsOf('open popup')).toHaveLength(1);
});
