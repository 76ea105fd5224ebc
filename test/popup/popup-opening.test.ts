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
  const worker = createFakeWorker({ 'take copied': null, 'page text': null, plan });
  const overviews = async (count: number) => {
    await vi.waitFor(() => expect(worker.unanswered('overview')).toHaveLength(count));
    return worker.unanswered('overview');
  };
  const state = createPopupState();
  announce('accounts');
  const [early, late] = await overviews(2);
  await late?.answer(overview);
  await early?.answer({ ...overview, draft: { ...emptyDraft, message: 'old', question: 'review' } });
  expect(state.form.value.message).toBe('');
  announce('accounts');
  const [last] = await overviews(1);
  await last?.answer({ ...overview, latest: [viewOfRequest(makeRequest({ id: 'new' }))] });
  await vi.waitFor(() => expect(state.requests.latest.value.map(({ id }) => id)).toEqual(['new']));
  expect(worker.inputsOf('take copied')).toHaveLength(1);
});
