import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeOf, createChangeCollector } from '../../src/pins/queue/collect-changes.ts';
import type { PinRequest } from '../../src/pins/queue/request.ts';
import type { RequestChanges } from '../../src/pins/queue/request-changes.ts';
import { type RequestView, viewOfRequest } from '../../src/pins/queue/request-view.ts';
import { newRun, type Run } from '../../src/pins/queue/run.ts';
import { createRequests, type Requests } from '../../src/popup/requests.ts';
import { failure, type Outcome } from '../../src/providers/index.ts';
import { browser } from '../fake-browser.ts';
import { makeRequest } from '../pins/make-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const accepted: Outcome = { kind: 'accepted', receipt: null };
const sent = vi.spyOn(browser.runtime, 'sendMessage');

/** The requests on disk, and what the worker has not told the popup yet. */
let rows: Map<string, PinRequest>;
let changes: ReturnType<typeof createChangeCollector>;
let waits: Record<string, RequestView['wait']>;
/** Holds back each answer until it resolves. */
let answering: () => Promise<unknown>;

beforeEach(() => {
  rows = new Map();
  changes = createChangeCollector(() => 1_000);
  waits = {};
  answering = async () => {};
  sent.mockReset().mockImplementation(async (message) => {
    const { intent, input } = message as { intent: string; input: { ids: string[] } };
    const all = [...rows.values()].sort((a, b) => b.sequence - a.sequence);
    const viewOf = (row: PinRequest) => viewOfRequest(row, waits[row.accountId] ?? null);
    const named = () => input.ids.flatMap((id) => rows.get(id) ?? []);
    const answers: Record<string, () => unknown> = {
      requests: () => ({
        latest: all
          .filter(({ run }) => run === '')
          .slice(0, 20)
          .map(viewOf),
        followed: named().map(viewOf),
      }),
      'follow requests': () =>
        named().map((row) => ({ ...changeOf(row), accountName: row.accountName, action: row.action })),
      seen: () => null,
    };
    const answer = answers[intent]?.();
    await answering();
    return { ok: true, answer };
  });
});

function put(...changed: PinRequest[]): void {
  for (const row of changed) rows.set(row.id, row);
  changes.add({ requests: new Map(changed.map((row) => [row.id, row])) });
}
const push = (requests: Requests) => requests.apply(changes.take() ?? null);
const intentsSent = (wanted?: string) =>
  sent.mock.calls
    .map(([message]) => message as { intent: string; input: { ids: string[] } })
    .filter(({ intent }) => wanted === undefined || intent === wanted);
const idsSentWith = (wanted: string) => intentsSent(wanted).map(({ input }) => input.ids);
const rest = () => new Promise((resolve) => setTimeout(resolve));
const row = (sequence: number, parts: Partial<PinRequest> = {}) =>
  makeRequest({ id: `r${sequence}`, sequence, messageKey: `m${sequence}`, ...parts });
const settled = (sequence: number, outcome: Outcome = accepted, parts: Partial<PinRequest> = {}) =>
  row(sequence, { state: 'settled', settledAt: 2, outcome, ...parts });
const sending = (sequence: number, parts: Partial<PinRequest> = {}) =>
  row(sequence, { state: 'sending', callStartedAt: 1, turn: null, ...parts });
const sequences = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

it('many changes are read together, including the last one', async () => {
  put(settled(1));
  const requests = createRequests();
  await Promise.all([requests.refresh(), requests.refresh(), requests.follow(['r1']), requests.refresh()]);
  expect(idsSentWith('requests')).toEqual([[], ['r1']]);
  await requests.refresh();
  expect(idsSentWith('requests')).toHaveLength(3);
});

it('the worker is told once which requests were seen, however often they are read', async () => {
  put(settled(1), settled(2));
  const requests = createRequests();
  await requests.refresh();
  await requests.refresh();
  expect(idsSentWith('seen')).toEqual([['r2', 'r1']]);
});

describe('what a popup reads when something changes', () => {
  const run = newRun({ id: 'run', name: '', createdAt: 1, sequence: 50 });
  const summary = (parts: Partial<RequestChanges>): RequestChanges => ({
    ...{ requests: [], runs: [], removed: [], gates: [] },
    ...parts,
  });

  it.each<[what: string, change: RequestChanges | null, isRead: boolean]>([
    ['a request that is shown', summary({ requests: [changeOf(settled(1))] }), true],
    ['a request that is shown is removed', summary({ removed: ['r1'] }), true],
    ['a new request of a gesture', summary({ requests: [changeOf(row(9))] }), true],
    ['an older request of a gesture, which is not shown', summary({ requests: [changeOf(row(0))] }), false],
    ['a request of a run', summary({ requests: [changeOf(row(9, { run: 'run' }))] }), false],
    [
      'a request of a run for a message that is shown',
      summary({ requests: [changeOf(row(9, { run: 'run', messageKey: 'm1' }))] }),
      true,
    ],
    ['the gate of an account that a shown request waits for', summary({ gates: ['support'] }), true],
    ['the gate of another account', summary({ gates: ['sales'] }), false],
    ['the counts of a run', summary({ runs: [{ ...run, accepted: 1 }] }), false],
    ['the state of a run', summary({ runs: [{ ...run, state: 'paused' }] }), true],
    ['more than a message holds', null, true],
  ])('the latest requests are read again only if they may look different: %s', async (_what, change, isRead) => {
    put(row(1), settled(2, accepted, { accountId: 'sales' }));
    const requests = createRequests();
    await requests.refresh();
    requests.apply(summary({ runs: [run] }));
    await rest();
    sent.mockClear();
    requests.apply(change);
    await rest();
    expect(intentsSent('requests')).toHaveLength(isRead ? 1 : 0);
  });

  it('a run of 1 000 requests costs an open popup one reading, not one for each request', async () => {
    put(settled(1));
    const requests = createRequests();
    await requests.refresh();
    sent.mockClear();
    const all = sequences(1_000).map((n) => n + 10);
    for (const [index, sequence] of all.entries()) {
      const parts = { run: 'run' };
      put(sending(sequence, parts));
      put(settled(sequence, accepted, parts));
      const runs = new Map<string, Run>([['run', { ...run, state: 'running', total: 1_000, accepted: index + 1 }]]);
      changes.add({ runs });
      if (index % 25 === 24) {
        push(requests);
        await rest();
      }
    }
    expect(intentsSent().map(({ intent }) => intent)).toEqual(['requests']);
  });

  it('changes that came before the overview are not lost', async () => {
    put(row(1));
    const requests = createRequests();
    const early = [viewOfRequest(row(1))];
    put(settled(1));
    push(requests);
    await rest();
    requests.start(early);
    await rest();
    expect(requests.latest.value[0]?.state).toBe('settled');
  });
});

it('a request is followed as soon as it is shown, also while a change lets the popup read again', async () => {
  put(makeRequest({ id: 'r1', state: 'settled', outcome: accepted }));
  const requests = createRequests();
  let answerSecond = () => {};
  let readCount = 0;
  answering = () => {
    readCount += 1;
    if (readCount > 1)
      return new Promise<void>((resolve) => {
        answerSecond = resolve;
      });
    push(requests);
    void requests.refresh();
    return Promise.resolve();
  };
  await requests.follow(['r1']);
  expect(requests.followed.value?.id).toBe('r1');
  answerSecond();
});

describe('a list that is followed', () => {
  it('1 000 requests are followed as one number, and their records are not read', async () => {
    const all = sequences(1_000);
    put(...all.map((n) => row(n)));
    changes.take();
    const requests = createRequests();
    await requests.follow([...rows.keys()]);
    expect(requests.running.value).toBe('pin');
    sent.mockClear();
    for (const n of all) {
      const next = all.slice(n, n + 6).map((sequence) => sending(sequence));
      put(settled(n, n % 100 === 0 ? failure('rejected', 'not-found') : accepted), ...next);
      if (n % 25 > 0) continue;
      push(requests);
      await rest();
    }
    const { acceptedCount, totalCount, waitingCount, isMoving } = requests.followedList.value ?? {};
    expect([acceptedCount, totalCount, waitingCount, isMoving]).toEqual([990, 1_000, 0, false]);
    expect(intentsSent('follow requests')).toEqual([]);
    // The latest twenty are the last of the list.
    expect(idsSentWith('requests').length).toBeLessThanOrEqual(3);
    expect(idsSentWith('requests').flat()).toEqual([]);
  });

  it('the outcomes of a list are marked as seen once its summary is shown', async () => {
    put(...sequences(30).map((n) => row(n)));
    const requests = createRequests();
    await requests.follow([...rows.keys()]);
    put(settled(1), sending(2));
    push(requests);
    await rest();
    expect(idsSentWith('seen')).toEqual([]);
    put(...sequences(30).map((n) => settled(n)));
    push(requests);
    await rest();
    expect(idsSentWith('seen').flat()).toHaveLength(30);
  });

  it.each<[what: string, wait: RequestView['wait'], isMoving: boolean]>([
    ['nothing', null, true],
    ['a short limit', { reason: 'limit', until: Date.now() + 1_000 }, true],
    ['a long limit', { reason: 'limit', until: Date.now() + 60_000 }, false],
    ['the user', { reason: 'unauthorized', until: null }, false],
  ])(
    'a list whose calls have ended moves or not by what its other requests wait for: %s',
    async (_what, wait, isMoving) => {
      put(settled(1), row(2), row(3));
      waits = { support: wait };
      const requests = createRequests();
      await requests.follow([...rows.keys()]);
      expect(requests.followedList.value?.isMoving).toBe(isMoving);
      expect(idsSentWith('requests')).toEqual([['r3']]);
    },
  );

  it('a list that begins to wait for its account is shown as waiting', async () => {
    // The first requests of this list are not among the latest ones.
    put(
      sending(1),
      ...sequences(30)
        .slice(1)
        .map((n) => row(n)),
    );
    changes.take();
    const requests = createRequests();
    await requests.follow([...rows.keys()]);
    expect(requests.running.value).toBe('pin');
    waits = { support: { reason: 'unauthorized', until: null } };
    put(row(1, { outcome: failure('unauthorized', 'ip') }));
    push(requests);
    await rest();
    expect([requests.running.value, requests.followedList.value?.waitingCount]).toEqual([null, 30]);
  });

  it('the same request twice is followed as one request', async () => {
    put(settled(1));
    const requests = createRequests();
    await requests.follow(['r1', 'r1']);
    expect([requests.followed.value?.id, requests.followedList.value]).toEqual(['r1', null]);
  });
});

it('the popup shows what is on disk at last, whatever changes and whenever answers and changes arrive', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('put' as const), sequence: fc.integer({ min: 1, max: 30 }), state: fc.nat(2) }),
    fc.record({ kind: fc.constant('push' as const) }),
    fc.record({ kind: fc.constant('everything' as const) }),
    fc.record({ kind: fc.constant('rest' as const) }),
    fc.record({ kind: fc.constant('answer' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), async (steps, count) => {
      rows.clear();
      changes.take();
      let held: (() => void)[] = [];
      const release = () => {
        for (const go of held.splice(0)) go();
      };
      answering = () => new Promise<void>((resolve) => held.push(resolve));
      put(...sequences(count).map((n) => row(n)));
      const requests = createRequests();
      void requests.follow([...rows.keys()]);
      for (const each of steps) {
        if (each.kind === 'put') put([row, sending, settled][each.state]?.(each.sequence) ?? row(each.sequence));
        else if (each.kind === 'push') push(requests);
        else if (each.kind === 'everything') changes.addEverything();
        else if (each.kind === 'answer') release();
        else await rest();
      }
      push(requests);
      do {
        release();
        await rest();
      } while (held.length > 0);
      held = [];
      const all = [...rows.values()].sort((a, b) => b.sequence - a.sequence);
      expect(requests.latest.value.map(({ id, state }) => [id, state])).toEqual(
        all.slice(0, 20).map(({ id, state }) => [id, state]),
      );
      const followed = all.filter(({ sequence }) => sequence <= count);
      if (count === 1) expect(requests.followed.value?.state).toBe(followed[0]?.state);
      else {
        expect(requests.followedList.value).toMatchObject({
          totalCount: count,
          acceptedCount: followed.filter(({ outcome }) => outcome).length,
          waitingCount: followed.filter(({ state }) => state === 'queued').length,
          isMoving: followed.some(({ outcome }) => !outcome),
        });
      }
    }),
    { numRuns: 150 },
  );
});
