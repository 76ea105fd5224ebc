// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { viewOfRequest } from '../../src/pins/request-view.ts';
import { announce } from '../../src/platform/changes.ts';
import { openPopupState } from '../../src/popup/popup-state.ts';
import { fakeWorker } from '../fake-worker.ts';
import { aRequest } from '../pins/a-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const overview = { accounts: [], days: {}, latest: [], draft: null };

// In a file of its own: whatever opened before would hear the change, too.
it('begins once, though something changes meanwhile, and shows what is newest', async () => {
  const plan = { items: [], possible: [], accountId: null, because: null, chat: '', asksChat: false, offer: null };
  const worker = fakeWorker({ plan, 'take copied': null, 'page text': null });
  const state = openPopupState();
  announce('accounts');
  await vi.waitFor(() => expect(worker.waiting('overview')).toHaveLength(2));
  const [early, late] = worker.waiting('overview');
  await late?.answer({ ...overview, latest: [viewOfRequest(aRequest({ id: 'new' }))] });
  await early?.answer(overview);
  expect(worker.said('take copied')).toHaveLength(1);
  expect(state.requests.latest.value.map(({ id }) => id)).toEqual(['new']);
});
