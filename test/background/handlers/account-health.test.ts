import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { healthIntents } from '../../../src/background/handlers/account-health.ts';
import { requestQueries } from '../../../src/background/services.ts';
import { type AccountGate, gateReasons, openGate } from '../../../src/pins/queue/account-gate.ts';
import { createLocks } from '../../fake-locks.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));

const now = Date.now();

beforeEach(() => {
  vi.restoreAllMocks();
  vi.stubGlobal('navigator', { onLine: true, locks: createLocks() });
});

function closeGate(reason: (typeof gateReasons)[number], until: number | null): void {
  const gate: AccountGate = { ...openGate('support'), closed: { reason, until, at: now - 1_000, closureCount: 1 } };
  vi.spyOn(requestQueries, 'gates').mockResolvedValue([gate, openGate('community')]);
}
const health = () => healthIntents['account health'].handle({});

it.each(gateReasons)('the health of an account says why it sends nothing, and until when: %s', async (reason) => {
  closeGate(reason, now + 60_000);
  expect(await health()).toEqual([{ accountId: 'support', reason, until: now + 60_000 }]);
});

it('an account that waits for the user has no time until when it sends nothing', async () => {
  closeGate('unauthorized', null);
  expect(await health()).toEqual([{ accountId: 'support', reason: 'unauthorized', until: null }]);
});

it('an account whose pause is over is not reported', async () => {
  closeGate('outage', now - 1);
  expect(await health()).toEqual([]);
});

it('an account that is resumed has an open gate', async () => {
  await healthIntents['resume account'].handle({ id: 'support' });
  expect(await health()).toEqual([]);
  expect((await requestQueries.gates()).find(({ id }) => id === 'support')?.closed).toBeNull();
});
