import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { queue, requestQueries, updateBadge } from '../../src/background/services.ts';
import { failure } from '../../src/providers/index.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';
import { makeWish } from '../pins/make-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const network = { onLine: false, locks: createLocks().request };
vi.stubGlobal('navigator', network);
const alarmed = vi.spyOn(browser.alarms, 'create');

it('a request that waits is shown on the toolbar and has an alarm', async () => {
  const [id = ''] = await queue.enqueue([makeWish({ accountId: 'gone' })]);
  await updateBadge();
  expect(alarmed).toHaveBeenLastCalledWith('queue', { when: expect.any(Number) });
  expect(browser.toolbar).toMatchObject({ text: '1', title: 'Waiting to be sent: pin through Support.' });
  expect((await requestQueries.views([id]))[0]?.wait).toEqual({ reason: 'offline', until: null });
});

it('a request of a deleted account ends with that reason and is not sent', async () => {
  network.onLine = true;
  await queue.wake();
  const [request] = await requestQueries.latest(1);
  await vi.waitFor(async () =>
    expect(await requestQueries.get(request?.id ?? '')).toMatchObject({ outcome: failure('unavailable', 'account') }),
  );
  await updateBadge();
  expect(browser.toolbar.text).toBe('!');
});
