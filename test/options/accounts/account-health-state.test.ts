import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAccountHealth } from '../../../src/options/accounts/account-health-state.ts';
import { failure } from '../../../src/providers/index.ts';
import { createFakeWorker } from '../../fake-worker.ts';
import { makeRequest } from '../../pins/make-request.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));

beforeEach(() => vi.stubGlobal('navigator', { onLine: true }));
afterEach(() => void vi.unstubAllGlobals());

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
  it('has no refusal for an account that waits for something else', async () => {
    const until = inMs(60_000);
    const latest = [makeRequest({ accountId: 'support', outcome: refused })];
    expect(await load([closure('outage', until)], { latest })).toEqual({
      support: { ...closure('outage', until), failure: null },
    });
  });

  it.each([
    ['of the latest requests', 'latest'],
    ['of a run', 'results'],
  ] as const)('has the refusal %s that paused the account, and none of another account', async (_name, where) => {
    const requests = [
      makeRequest({ id: 'other', accountId: 'other', outcome: failure('unauthorized', 'token') }),
      makeRequest({ id: 'busy', accountId: 'support', outcome: failure('unavailable', 'busy') }),
      makeRequest({ id: 'refused', accountId: 'support', outcome: refused }),
    ];
    const health = await load([closure('unauthorized', null)], { [where]: requests });
    expect(health.support?.failure).toEqual(refused);
  });

  it('leaves out the short waits of a rate limit, which belong to ordinary sending', async () => {
    expect(await load([closure('limit', inMs(2_000))])).toEqual({});
    expect(Object.keys(await load([closure('limit', inMs(60_000))]))).toEqual(['support']);
  });
});
