import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type AccountGate, gateReasons, openGate } from '../../../src/pins/queue/account-gate.ts';
import type { PinRequest } from '../../../src/pins/queue/request.ts';
import { createRequestQueries } from '../../../src/pins/queue/request-queries.ts';
import { openStates } from '../../../src/pins/queue/request-states.ts';
import { type Wait, waits } from '../../../src/pins/queue/request-view.ts';
import { newRun, type Run } from '../../../src/pins/queue/run.ts';
import { type StoredRows, storeGuards } from '../../../src/pins/queue/stores.ts';
import { failure, providerOf, viewOfProvider } from '../../../src/providers/index.ts';
import { describeWait, timeInWords } from '../../../src/words/describe.ts';
import { describeRequest } from '../../../src/words/describe-request.ts';
import { t } from '../../../src/words/t.ts';
import { makeRequest } from '../make-request.ts';
import { createMemoryDisk } from './memory-disk.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));

const now = new Date(2026, 10, 25, 12, 30, 10).getTime();
const minute = 60_000;
vi.mock('../../../src/platform/clock', () => ({ now: () => new Date(2026, 10, 25, 12, 30, 10).getTime() }));

interface Around {
  gate?: Partial<AccountGate>;
  run?: Run['state'];
  online?: boolean;
}

async function viewOf(parts: Partial<PinRequest>, { gate, run, online = true }: Around = {}) {
  const disk = createMemoryDisk<StoredRows>(storeGuards);
  const request = makeRequest({ run: run ? 'list' : '', ...parts });
  await disk.write(async ({ requests, gates, runs }) => {
    requests.put(request);
    if (gate) gates.put({ ...openGate('support'), ...gate });
    if (run) runs.put({ ...newRun({ id: 'list', name: '', createdAt: 1, sequence: 1 }), state: run });
  });
  const requestQueries = createRequestQueries(
    disk,
    () => online,
    () => now,
  );
  const [view] = await requestQueries.views([request.id]);
  if (!view) throw new Error('It cannot be read.');
  return view;
}
const waitOf = async (...given: Parameters<typeof viewOf>): Promise<Wait | null> => (await viewOf(...given)).wait;

const closed = (reason: AccountGate['closed'] & object, until: number | null) => ({ closed: { ...reason, until } });
const shut = (reason: (typeof gateReasons)[number], until: number | null) =>
  closed({ reason, until, at: now - minute, closureCount: 1 }, until);
const waiting = (dueAt: number) =>
  ({ state: 'waiting', dueAt, tries: 1, outcome: failure('unknown', 'timeout') }) as const;

describe('what a request waits for', () => {
  it.each<[string, Partial<PinRequest>, Around, Wait | null]>([
    ['its turn: nothing', {}, {}, null],
    ['another try', waiting(now + minute), {}, { reason: 'again', until: now + minute }],
    ['another try that is due', waiting(now), {}, { reason: 'now', until: null }],
    [
      'its account, until a time',
      {},
      { gate: shut('outage', now + minute) },
      { reason: 'outage', until: now + minute },
    ],
    [
      'its account, until the user has seen to it',
      {},
      { gate: shut('unauthorized', null) },
      { reason: 'unauthorized', until: null },
    ],
    ['its account, whose time is over: nothing', {}, { gate: shut('limit', now - 1) }, null],
    [
      'what takes longer, the account',
      waiting(now + 1),
      { gate: shut('server', now + 2) },
      { reason: 'server', until: now + 2 },
    ],
    [
      'what takes longer, itself',
      waiting(now + 3),
      { gate: shut('server', now + 2) },
      { reason: 'again', until: now + 3 },
    ],
    ['the network', waiting(now + 3), { online: false }, { reason: 'offline', until: null }],
    [
      'the user, network or not',
      {},
      { online: false, gate: shut('permission', null) },
      { reason: 'permission', until: null },
    ],
    ['a paused run', {}, { run: 'paused' }, { reason: 'paused', until: null }],
    ['a run that is not started', {}, { run: 'loading' }, { reason: 'loading', until: null }],
    ['a cancelled run: it ends', waiting(now + 3), { run: 'cancelled' }, null],
    ['an account that is gone: it ends', {}, { gate: { ...shut('limit', now + 3), isGone: true } }, null],
    [
      'a gate that was closed in the future: nothing',
      {},
      { gate: { closed: { reason: 'limit', until: now + 9_000_000, at: now + 8_000_000, closureCount: 1 } } },
      null,
    ],
  ])('%s', async (_what, parts, around, wait) => expect(await waitOf(parts, around)).toEqual(wait));

  it('a wait is named for every open request, unless it is due, being sent or about to end', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...openStates),
        fc.integer({ min: -2, max: 2 }),
        fc.option(fc.constantFrom('loading', 'running', 'paused', 'cancelled'), { nil: undefined }),
        fc.option(fc.constantFrom(...gateReasons), { nil: undefined }),
        fc.option(fc.integer({ min: -2, max: 2 }), { nil: null }),
        fc.boolean(),
        async (state, due, run, reason, until, online) => {
          const dueAt = state === 'waiting' ? now + due * minute : null;
          const outcome = state === 'waiting' ? failure('unknown', 'timeout') : null;
          const callStartedAt = state === 'sending' ? now - 1 : null;
          const gate = reason && shut(reason, until === null ? null : now + until * minute);
          const view = await viewOf(
            { state, dueAt, callStartedAt, outcome },
            { online, ...(gate ? { gate } : {}), ...(run ? { run } : {}) },
          );
          const isHeld =
            run === 'loading' ||
            run === 'paused' ||
            !online ||
            (reason && (until === null || until > 0)) ||
            (state === 'waiting' && due > 0);
          const isOver = state === 'sending' || run === 'cancelled';
          const isNamed = view.wait !== null && view.wait.reason !== 'now';
          expect(isNamed).toBe(Boolean(isHeld) && !isOver);
          // What has no wait says itself that it is on its way, or is next.
          const words = describeWait(view) ?? describeRequest(view, view.provider);
          expect(t(...words)).not.toBe('');
        },
      ),
    ));
});

describe('a wait in words', () => {
  const describeInWords = (reason: Wait['reason'], until: number | null) =>
    t(
      ...(describeWait({
        wait: { reason, until },
        accountName: 'Support',
        provider: viewOfProvider(providerOf('z-api')),
      }) ?? ['accepted']),
    );

  it.each([...gateReasons, ...waits])('the sentence for the wait "%s" leaves nothing to fill in', (reason) => {
    const isTimed = !['unauthorized', 'permission', 'now', 'paused', 'loading', 'offline'].includes(reason);
    const text = describeInWords(reason, isTimed ? now + 90 * minute : null);
    expect(text).not.toMatch(/\$|“”|undefined| at \.|until \./);
    expect(text.includes('2:01 PM')).toBe(isTimed);
  });

  it('the time of a wait has no seconds, and is never too early', () =>
    expect(timeInWords(now + 1)).toMatch(/^12:31\sPM$/));

  it.each([
    [now + 24 * 60 * minute, /^Nov 26, 12:31\sPM$/],
    [now - 24 * 60 * minute, /^Nov 24, 12:31\sPM$/],
    [now + 11.49 * 60 * minute, /^Nov 26, 12:00\sAM$/],
  ])('the time of a wait has its day where that is not today: %s', (ms, words) =>
    expect(timeInWords(ms)).toMatch(words),
  );
});
