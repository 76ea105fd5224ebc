import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { viewsOf } from '../../../src/accounts/account.ts';
import { createAccountHealth } from '../../../src/options/accounts/account-health-state.ts';
import { failure } from '../../../src/providers/index.ts';
import { makeZApiAccount } from '../../accounts/make-account.ts';
import { createFakeWorker } from '../../fake-worker.ts';
import { makeRequest } from '../../pins/make-request.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));

beforeEach(() => vi.stubGlobal('navigator', { onLine: true }));
afterEach(() => void vi.unstubAllGlobals());

const [support = expect.fail()] = viewsOf({ accounts: [makeZApiAccount({ id: 'support' })], defaultId: null });
const refused = failure('unauthorized', 'client-token');
const closure = (reason: string, until: number | null) => ({ accountId: 'support', reason, until });
const inMs = (ms: number) => Date.now() + ms;

async function load(closures: unknown[], { latest = [] as unknown[], results = [] as unknown[] } = {}) {
  createFakeWorker({
    'account health': closures,
    requests: { latest, followed: [] },
    runs: [
      { id: 'done', state: 'paused' },
      { id: 'run', state: 'running' },
    ],
    'run results': results,
  });
  const state = createAccountHealth();
  await state.load();
  return state.health.value;
}

describe('the health of accounts', () => {
  it('the health of an account that waits for something else has no refusal', async () => {
    const until = inMs(60_000);
    const latest = [makeRequest({ accountId: 'support', outcome: refused })];
    expect(await load([closure('outage', until)], { latest })).toEqual({
      support: { ...closure('outage', until), failure: null, isPausedAgain: false },
    });
  });

  it.each([
    ['of the latest requests', 'latest'],
    ['of a run', 'results'],
  ] as const)(
    'the health of an account has the refusal %s that paused it, and none of another account',
    async (_name, where) => {
      const requests = [
        makeRequest({ id: 'other', accountId: 'other', outcome: failure('unauthorized', 'token') }),
        makeRequest({ id: 'busy', accountId: 'support', outcome: failure('unavailable', 'busy') }),
        makeRequest({ id: 'refused', accountId: 'support', outcome: refused }),
      ];
      const health = await load([closure('unauthorized', null)], { [where]: requests });
      expect(health.support?.failure).toEqual(refused);
    },
  );

  it('the health of an account that is paused again after Try now says so, until the account sends again', async () => {
    const answers: Record<string, unknown> = {
      'account health': [closure('disconnected', null)],
      'resume account': null,
    };
    createFakeWorker(answers);
    const state = createAccountHealth();
    const isPausedAgain = () => state.health.value.support?.isPausedAgain;
    await state.load();
    expect(isPausedAgain()).toBe(false);

    answers['account health'] = [];
    await state.resume(support);
    expect(isPausedAgain()).toBeUndefined();
    answers['account health'] = [closure('disconnected', null)];
    await state.load();
    await state.load();
    expect(isPausedAgain()).toBe(true);

    answers['account health'] = [];
    await state.load();
    answers['account health'] = [closure('disconnected', null)];
    await state.load();
    expect(isPausedAgain()).toBe(false);
  });

  it('the health of an account that was paused again is said anew after each Try now', async () => {
    createFakeWorker({ 'account health': [closure('disconnected', null)], 'resume account': null });
    const state = createAccountHealth();
    await state.load();
    const values: (boolean | undefined)[] = [];
    const stop = state.health.subscribe(({ support }) => void values.push(support?.isPausedAgain));
    await state.resume(support);
    await state.resume(support);
    stop();
    expect(values.filter((each, index) => each !== values[index - 1])).toEqual([false, true, false, true]);
  });

  it('the health of accounts leaves out the short waits of a rate limit, which belong to ordinary sending', async () => {
    expect(await load([closure('limit', inMs(2_000))])).toEqual({});
    expect(Object.keys(await load([closure('limit', inMs(60_000))]))).toEqual(['support']);
  });
});
