import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  lacksFailures,
  newSearch,
  searchFailures,
  searchWaiting,
} from '../../../../src/options/pins/runs/first-failures.ts';
import { resultLine, resultPages } from '../../../../src/options/pins/runs/run-results.ts';
import { type RequestView, viewOfRequest } from '../../../../src/pins/queue/request-view.ts';
import { failure } from '../../../../src/providers/index.ts';
import { browser } from '../../../fake-browser.ts';
import { makeRequest } from '../../../pins/make-request.ts';

vi.mock('../../../../src/platform/browser', () => import('../../../fake-browser.ts'));

const view = (parts: Parameters<typeof makeRequest>[0], wait: RequestView['wait'] = null) =>
  viewOfRequest(makeRequest(parts), wait);

let all: RequestView[] = [];
const sent = vi.spyOn(browser.runtime, 'sendMessage');
beforeEach(() => {
  sent.mockReset().mockImplementation(async (message) => {
    const { input } = message as { input: { after: number; count: number } };
    return { ok: true, answer: all.filter(({ sequence }) => sequence > input.after).slice(0, input.count) };
  });
});

const failed = (sequence: number) =>
  view({ id: `${sequence}`, sequence, state: 'settled', settledAt: 9, outcome: failure('rejected', 'not-found') });
const accepted = (sequence: number) =>
  view({ id: `${sequence}`, sequence, state: 'settled', settledAt: 9, outcome: { kind: 'accepted', receipt: null } });

describe('the results of a run', () => {
  it.each([0, 1, 499, 500, 501, 1_200])(
    'the results of a run of %j requests come page by page, each once',
    async (count) => {
      all = Array.from({ length: count }, (_, n) => accepted(n + 1));
      const found: number[] = [];
      for await (const page of resultPages('run')) found.push(...page.map(({ createdAt }) => createdAt));
      expect(found).toEqual(all.map(({ createdAt }) => createdAt));
    },
  );

  it('results are not taken for complete where the worker does not answer', async () => {
    sent.mockReset().mockResolvedValue(undefined);
    await expect(resultPages('run').next()).rejects.toThrow();
  });

  it.each([
    [
      accepted(1),
      /,7,accepted,"?Accepted by Z-API: pin through .*\."?,,1970-01-01T00:00:01.000Z,1970-01-01T00:00:00.009Z\r\n$/,
    ],
    [failed(1), /,rejected,.*,,1970/],
    [view({ createdAt: 1, action: 'unpin' }), /,unpin,,queued,/],
  ])('a request becomes a line of the results: %#', (request, line) => expect(resultLine(request)).toMatch(line));
});

describe('what failed first', () => {
  it('at most five failures of a run are loaded', async () => {
    all = Array.from({ length: 40 }, (_, n) => (n % 4 === 0 ? failed(n + 1) : accepted(n + 1)));
    const { failures } = await searchFailures('run', 10, newSearch);
    expect(failures.map(({ sequence }) => sequence)).toEqual([1, 5, 9, 13, 17]);
  });

  it('a later search reads only what had not ended at the search before', async () => {
    all = Array.from({ length: 1_200 }, (_, n) => (n < 900 ? accepted(n + 1) : view({ id: `${n}`, sequence: n + 1 })));
    const first = await searchFailures('run', 1, newSearch);
    all = all.map((request) => (request.sequence === 1_000 ? failed(1_000) : request));
    sent.mockClear();
    const second = await searchFailures('run', 1, first);
    expect(sent.mock.calls.map(([message]) => (message as { input: { after: number } }).input.after)).toEqual([900]);
    expect(second.failures.map(({ sequence }) => sequence)).toEqual([1_000]);
  });

  it('failures that the search for a waiting request comes across are not lost', async () => {
    all = [failed(1), accepted(2), view({ id: '3', sequence: 3 }, { reason: 'offline', until: null })];
    const { search } = await searchWaiting('run', newSearch);
    expect([search.endedTo, search.failures.map(({ sequence }) => sequence)]).toEqual([2, [1]]);
  });

  it.each([
    [0, 0, false],
    [1, 0, true],
    [2, 2, false],
    [90, 5, false],
    [90, 4, true],
  ])('a run with %j failures, of which %j are loaded, has more to load: %j', (count, known, lacks) =>
    expect(
      lacksFailures(
        count,
        Array.from({ length: known }, (_, n) => failed(n)),
      ),
    ).toBe(lacks),
  );
});

it('the first waiting request of a run says why it waits', async () => {
  all = [
    accepted(1),
    view({ id: '2', sequence: 2 }),
    view({ id: '3', sequence: 3 }, { reason: 'unauthorized', until: null }),
  ];
  expect((await searchWaiting('run', newSearch)).waiting?.id).toBe('3');
});
