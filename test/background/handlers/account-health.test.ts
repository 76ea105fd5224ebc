import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { saveAccount } from '../../../src/accounts/account-store.ts';
import { healthIntents } from '../../../src/background/handlers/account-health.ts';
import { requestQueries } from '../../../src/background/services.ts';
import { type AccountGate, gateReasons, openGate } from '../../../src/pins/queue/account-gate.ts';
import { failure } from '../../../src/providers/index.ts';
import { createLocks } from '../../fake-locks.ts';
import { makeRequest } from '../../pins/make-request.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));

const now = Date.now();
let accountId = '';

beforeEach(async () => {
  vi.restoreAllMocks();
  const locks = createLocks();
  vi.stubGlobal('navigator', { onLine: true, locks });
  if (accountId !== '') return;
  accountId = await saveAccount(
    { id: null, providerId: 'z-api', name: 'Support', credentials: {}, days: 7, defaultChat: '' },
    null,
  );
});

function closeGate(why: (typeof gateReasons)[number], until: number | null, id = accountId): void {
  const gate: AccountGate = { ...openGate(id), closed: { why, until, at: now - 1_000, times: 1 } };
  vi.spyOn(requestQueries, 'gates').mockResolvedValue([gate]);
}
const health = () => healthIntents['account health'].handle({});

describe('the health of an account', () => {
  it.each(gateReasons)('says why it sends nothing, and until when: %s', async (why) => {
    closeGate(why, now + 60_000);
    expect(await health()).toEqual([{ accountId, reason: why, until: now + 60_000, failure: null }]);
  });

  it('is not reported for an account that sends, whose pause is over, or that was deleted', async () => {
    vi.spyOn(requestQueries, 'gates').mockResolvedValue([openGate(accountId)]);
    expect(await health()).toEqual([]);
    closeGate('outage', now - 1);
    expect(await health()).toEqual([]);
    closeGate('unauthorized', null, 'deleted');
    expect(await health()).toEqual([]);
  });

  it('is not reported for the short waits between requests that a rate limit asks for', async () => {
    closeGate('limit', now + 2_000);
    expect(await health()).toEqual([]);
  });

  it('has the refusal that paused the account, and none of another account', async () => {
    closeGate('unauthorized', null);
    const refused = failure('unauthorized', 'client-token');
    vi.spyOn(requestQueries, 'latest').mockResolvedValue([
      makeRequest({ id: 'other', accountId: 'other', outcome: failure('unauthorized', 'token') }),
      makeRequest({ id: 'busy', accountId, outcome: failure('unavailable', 'busy') }),
      makeRequest({ id: 'refused', accountId, outcome: refused }),
    ]);
    expect(await health()).toEqual([{ accountId, reason: 'unauthorized', until: null, failure: refused }]);
  });
});

it('an account that is resumed has an open gate', async () => {
  await healthIntents['resume account'].handle({ id: accountId });
  expect(await health()).toEqual([]);
  expect((await requestQueries.gates()).find(({ id }) => id === accountId)?.closed).toBeNull();
});
