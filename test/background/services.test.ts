import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { queue, requestQueries, updateBadge } from '../../src/background/services.ts';
import { type RequestChanges, readChanges } from '../../src/pins/queue/request-changes.ts';
import { onChange } from '../../src/platform/changes.ts';
import { failure } from '../../src/providers/index.ts';
import { makeZApiAccount } from '../accounts/make-account.ts';
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

it('open pages are told of a gesture at once, and of the requests of a run together', async () => {
  const heard: RequestChanges[] = [];
  const end = new AbortController();
  onChange((topic, detail) => {
    const changes = topic === 'requests' ? readChanges(detail) : null;
    if (changes) heard.push(changes);
  }, end.signal);
  await updateBadge();
  const [id = ''] = await queue.enqueue([makeWish({ accountId: 'none' })]);
  await vi.waitFor(() => expect(heard[0]?.requests).toMatchObject([{ id }]));
  const isEnded = () => heard.some(({ requests }) => requests.some((each) => each.id === id && each.outcome));
  await vi.waitFor(() => expect(isEnded()).toBe(true));

  const run = await queue.startRun('');
  const wishes = Array.from({ length: 50 }, (_, n) =>
    makeWish({ accountId: 'none', address: { messageId: `M${n}`, chat: `55119${n}0000000` } }),
  );
  await queue.enqueue(wishes, run);
  const countBefore = heard.length;
  const startedAt = performance.now();
  await queue.setRun(run, 'running');
  const isDone = () => heard.some(({ runs }) => runs.some((each) => each.id === run && each.failed === 50));
  await vi.waitFor(() => expect(isDone()).toBe(true), 10_000);
  expect(heard.length - countBefore).toBeLessThanOrEqual((performance.now() - startedAt) / 250 + 2);
  end.abort();
});

it('pages are told of a gesture only after its request has left', async () => {
  const events: string[] = [];
  vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => void events.push('pages told'));
  vi.stubGlobal('fetch', () => {
    events.push('request left');
    return Promise.resolve(new Response('{}'));
  });
  const account = makeZApiAccount();
  await browser.storage.local.set({ accounts: { accounts: [account], defaultId: null } });
  await queue.enqueue([makeWish({ accountId: account.id })]);
  await vi.waitFor(() => expect(events).toContain('pages told'));
  expect(events.slice(0, 2)).toEqual(['request left', 'pages told']);
});
