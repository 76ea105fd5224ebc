import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { outbox, refreshToolbar } from '../../src/background/sender.ts';
import { isSoundRequest, pinRequestSchema } from '../../src/pins/pin-request.ts';
import { table } from '../../src/platform/table.ts';
import { failure } from '../../src/providers/index.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';
import { aRequest } from '../pins/a-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const locks = createLocks();
vi.stubGlobal('navigator', { onLine: false, locks });

const requests = table('requests', pinRequestSchema, isSoundRequest);
const alarmed = vi.spyOn(browser.alarms, 'create');

/** More successes than the screens look back on, all newer than anything else here. */
const successes = Array.from({ length: 30 }, (_, at) =>
  aRequest({
    id: `success-${at}`,
    createdAt: 9_000 + at,
    state: 'settled',
    settledAt: 9_100,
    outcome: { kind: 'accepted', receipt: null },
  }),
);

/** Writes past the outbox: it has seen to earlier workers by then. */
async function kept(...rows: Parameters<typeof requests.add>[0]): Promise<void> {
  await outbox.recover();
  await requests.add(rows);
}

beforeEach(async () => {
  alarmed.mockClear();
  for (const { id } of await requests.newest(100))
    await requests.update(id, (row) => ({ ...row, state: 'settled', seen: true }));
});

describe('the toolbar', () => {
  it('shows a request that is under way, and keeps watch over it', async () => {
    await kept(aRequest({ id: 'alone', state: 'sending' }));
    await refreshToolbar();
    expect(browser.toolbar).toMatchObject({ text: '…', title: 'Pinning in Support…' });
    expect(alarmed).toHaveBeenCalledExactlyOnceWith('outbox', { delayInMinutes: 0.5 });
  });

  it('shows a request that is under way behind many that are done', async () => {
    await kept(aRequest({ id: 'slow', createdAt: 1, state: 'sending' }), ...successes);
    await refreshToolbar();
    expect(browser.toolbar.text).toBe('…');
    expect(alarmed).toHaveBeenCalled();
  });

  it('shows a failure that nobody saw behind many successes', async () => {
    const failed = failure('unknown', 'timeout');
    await kept(
      aRequest({ id: 'failed', createdAt: 2, state: 'settled', settledAt: 3, outcome: failed }),
      ...successes.map((row) => ({ ...row, id: `later-${row.id}` })),
    );
    await refreshToolbar();
    expect(browser.toolbar.text).toBe('!');
  });
});

it('a request of an account that is gone ends with that, and is not sent', async () => {
  const [request] = await outbox.enqueue([aRequest({ accountId: 'gone' })]);
  await locks.idle();
  expect(await outbox.get(request?.id ?? '')).toMatchObject({ outcome: failure('unavailable', 'account') });
});
