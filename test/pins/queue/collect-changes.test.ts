import { describe, expect, it } from 'vitest';
import { type AccountGate, openGate } from '../../../src/pins/queue/account-gate.ts';
import { changeOf, createChangeCollector, maxChanges } from '../../../src/pins/queue/collect-changes.ts';
import { readChanges } from '../../../src/pins/queue/request-changes.ts';
import { newRun } from '../../../src/pins/queue/run.ts';
import { makeRequest } from '../make-request.ts';

const now = 1_000;
const collect = () => createChangeCollector(() => now);
const byId = <Row extends { id: string }>(...rows: Row[]) => new Map(rows.map((row) => [row.id, row]));
const nothing = { requests: [], runs: [], removed: [], gates: [] };
const queued = makeRequest({ id: 'a' });
const settled = makeRequest({ id: 'a', state: 'settled', settledAt: 9, outcome: { kind: 'accepted', receipt: null } });
const run = newRun({ id: 'run', name: '', createdAt: 1, sequence: 1 });

describe('the summary of changes', () => {
  it('a request and a run that change several times are in the summary once, as they are last', () => {
    const changes = collect();
    changes.add({ requests: byId(queued), runs: byId(run) });
    changes.add({ requests: byId(settled), runs: byId({ ...run, accepted: 1 }) });
    expect(changes.take()).toEqual({
      ...nothing,
      requests: [changeOf(settled)],
      runs: [{ ...run, accepted: 1 }],
    });
    expect(changes.take()).toEqual(nothing);
  });

  it('what was removed is in the summary by its id', () => {
    const changes = collect();
    changes.add({ requests: byId(queued), runs: byId(run) });
    changes.add({ requests: new Map([['a', null]]), runs: new Map([['run', null]]) });
    expect(changes.take()).toEqual({ ...nothing, removed: ['a', 'run'] });
  });

  it('pages read everything again if more has changed than a message holds, and only then', () => {
    const changes = collect();
    const many = (count: number) => byId(...Array.from({ length: count }, (_, n) => makeRequest({ id: `${n}` })));
    changes.add({ requests: many(maxChanges) });
    expect(changes.take()?.requests).toHaveLength(maxChanges);
    changes.add({ requests: many(maxChanges + 1) });
    changes.add({ requests: byId(queued) });
    expect(changes.take()).toBeUndefined();
    changes.add({ requests: byId(queued) });
    expect(changes.take()?.requests).toHaveLength(1);
  });

  it('pages read everything again if that is asked for', () => {
    const changes = collect();
    changes.addEverything();
    expect(changes.take()).toBeUndefined();
  });

  it.each([
    [{ pins: new Map([['a', null]]), newest: byId({ id: 'a', requestId: 'a' }) }, false],
    [{ requests: byId(queued) }, true],
    [{ runs: byId(run) }, true],
    [{ gates: byId(openGate('support')) }, true],
  ])('pages are told of the stores that they show: %#', (written, isTold) =>
    expect(collect().add(written)).toBe(isTold),
  );
});

describe('the gates in the summary of changes', () => {
  const closed = (until: number | null): AccountGate => ({
    ...openGate('support'),
    closed: { reason: 'outage', until, at: now, closureCount: 1 },
  });

  it.each<[what: string, before: AccountGate, after: AccountGate, isNamed: boolean]>([
    ['an open gate only counts its calls', openGate('support'), { ...openGate('support'), failing: ['a'] }, false],
    ['a gate closes', openGate('support'), closed(9_000), true],
    ['a gate opens', closed(9_000), openGate('support'), true],
    ['a gate is closed until another time', closed(9_000), closed(null), true],
    ['a gate stays closed', closed(9_000), { ...closed(9_000), failing: ['a'] }, false],
    ['the account is deleted', openGate('support'), { ...openGate('support'), isGone: true }, true],
  ])('the summary names an account only if it waits in another way: %s', (_what, before, after, isNamed) => {
    const changes = collect();
    changes.add({ gates: byId(before) });
    changes.take();
    changes.add({ gates: byId(after) });
    expect(changes.take()?.gates).toEqual(isNamed ? ['support'] : []);
  });
});

describe('the message to the pages', () => {
  it('a summary passes its schema unchanged', () => {
    const changes = collect();
    changes.add({ requests: byId(settled), runs: byId(run), gates: byId(openGate('support')) });
    const summary = changes.take();
    expect(readChanges(structuredClone(summary))).toEqual(summary);
  });

  it.each([[undefined], ['requests'], [{ ...nothing, requests: [{ id: 1 }] }], [{ requests: [] }]])(
    'a message of another shape means that everything is read again: %j',
    (message) => expect(readChanges(message)).toBeNull(),
  );
});
