import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { runIntents } from '../../../src/background/handlers/run-intents.ts';
import { queue, requestQueries } from '../../../src/background/services.ts';
import type { Wish } from '../../../src/pins/queue/request.ts';
import { makeZApiAccount } from '../../accounts/make-account.ts';
import { browser } from '../../fake-browser.ts';
import { createLocks } from '../../fake-locks.ts';
import { makeWish } from '../../pins/make-request.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));

const held: string[] = [];
const locks = createLocks();
beforeEach(() => {
  browser.storage.local.kept.clear();
  held.splice(0);
  const request = <T>(name: string, work: () => Promise<T>) =>
    locks.request(name, () => {
      held.push(name);
      return work();
    });
  vi.stubGlobal('navigator', { onLine: true, locks: { request } });
});

const wishes = (count: number, parts: Partial<Wish> = {}): Wish[] =>
  Array.from({ length: count }, (_, at) =>
    makeWish({ accountId: 'gone', address: { messageId: `M${at}`, chat: `5511${90_000_000 + at}` }, ...parts }),
  );
const runs = () => runIntents.runs.handle({});

/** Makes a run of which everything fails, because its account does not exist. */
async function makeFailedRun(all: readonly Wish[]): Promise<string> {
  const id = await runIntents['start run'].handle({ name: 'august.csv' });
  await runIntents['add to run'].handle({ id, wishes: [...all] });
  await runIntents['set run'].handle({ id, state: 'running' });
  await vi.waitFor(async () => expect((await runs()).find((run) => run.id === id)?.failed).toBe(all.length));
  return id;
}

it('the failed requests of a run are repeated in a new run, apart from those that newer requests have overtaken', async () => {
  const id = await makeFailedRun(wishes(5));
  const [first = makeWish()] = wishes(1);
  await queue.enqueue([{ ...first, action: 'unpin' }]);
  expect(await runIntents['retry run'].handle({ id })).toBe(4);
  const [retry] = await runs();
  expect(retry).toMatchObject({ name: 'august.csv', state: 'running', retryOf: id, total: 4 });
  const views = await requestQueries.runViews(retry?.id ?? '', 0, 10);
  expect(views.map(({ address, action }) => [address.messageId, action])).toEqual(
    ['M1', 'M2', 'M3', 'M4'].map((message) => [message, 'pin']),
  );
  // The requests of the new run are now the newest for their messages.
  expect(await runIntents['retry run'].handle({ id })).toBe(0);
  expect(await runs()).toHaveLength(2);
});

it('a request that holds what is a credential by now is not tried again, and all others of its run are', async () => {
  const secret = makeZApiAccount().credentials.instanceToken ?? '';
  const [leaking = makeWish()] = wishes(1, { address: { messageId: secret, chat: '5511999999999' } });
  const id = await makeFailedRun([...wishes(2, { accountId: 'none' }), leaking]);
  browser.storage.local.kept.set('accounts', { accounts: [makeZApiAccount()], defaultId: null });
  expect(await runIntents['retry run'].handle({ id })).toBe(2);
  const [retry] = await runs();
  const views = await requestQueries.runViews(retry?.id ?? '', 0, 10);
  expect(views.map(({ address }) => address.messageId)).toEqual(['M0', 'M1']);
});

it('a run whose failed requests all hold credentials by now makes no new run', async () => {
  const secret = makeZApiAccount().credentials.instanceToken ?? '';
  const id = await makeFailedRun(wishes(1, { address: { messageId: secret, chat: '5511999999999' } }));
  browser.storage.local.kept.set('accounts', { accounts: [makeZApiAccount()], defaultId: null });
  const count = (await runs()).length;
  expect(await runIntents['retry run'].handle({ id })).toBe(0);
  expect(await runs()).toHaveLength(count);
});

it('a run that does not exist has nothing to repeat', async () =>
  expect(await runIntents['retry run'].handle({ id: 'none' })).toBe(0));

it('pieces of a list are written one at a time, so that a gesture waits for at most one of them', async () => {
  const id = await runIntents['start run'].handle({ name: '' });
  let writingCount = 0;
  let maxWritingCount = 0;
  const { enqueue } = queue;
  vi.spyOn(queue, 'enqueue').mockImplementation(async (...given) => {
    writingCount += 1;
    maxWritingCount = Math.max(maxWritingCount, writingCount);
    const ids = await enqueue(...given);
    writingCount -= 1;
    return ids;
  });
  await Promise.all(
    [1, 2, 3].map((days) => runIntents['add to run'].handle({ id, wishes: wishes(20, { accountId: `${days}` }) })),
  );
  expect([maxWritingCount, held.filter((name) => name === 'hand over').length]).toEqual([1, 3]);
});
