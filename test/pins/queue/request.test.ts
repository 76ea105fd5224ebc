import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isSoundRequest, pinRequestSchema } from '../../../src/pins/queue/request.ts';
import { failure, type Outcome } from '../../../src/providers/index.ts';
import { makeRequest } from '../make-request.ts';

const settled = (outcome: Outcome) => makeRequest({ state: 'settled', settledAt: 2, outcome });

describe('what comes back from disk', () => {
  it.each([
    ['queued', makeRequest()],
    ['waiting', makeRequest({ state: 'waiting', dueAt: 2 })],
    ['sending', makeRequest({ state: 'sending', callStartedAt: 1 })],
    ['accepted', settled({ kind: 'accepted', receipt: null })],
    ['failed', settled(failure('unknown', 'timeout'))],
  ])('a stored request that is %s is read as it is', (_what, request) => {
    expect(v.parse(pinRequestSchema, request)).toEqual(request);
    expect(isSoundRequest(request)).toBe(true);
  });

  it.each([
    ['settled without an outcome', makeRequest({ state: 'settled' })],
    ['queued without a turn', makeRequest({ turn: null })],
    ['queued with a time', { ...makeRequest(), dueAt: 2 }],
    ['waiting without a time', makeRequest({ state: 'waiting' })],
    ['settled with a turn', { ...settled(failure('unknown', 'timeout')), turn: makeRequest().turn }],
    ['sending without the time of its call', makeRequest({ state: 'sending' })],
    ['queued with the time of a call', makeRequest({ callStartedAt: 1 })],
    ['failed for a reason of another kind', settled({ ...failure('unknown', 'timeout'), reason: 'token' } as never)],
  ])('a stored request that is %s is not sound', (_what, request) => expect(isSoundRequest(request)).toBe(false));

  it.each([
    ['another duration', { ...makeRequest(), days: 14 }],
    ['another action', { ...makeRequest(), action: 'star' }],
    ['another state', { ...makeRequest(), state: 'lost' }],
    ['another outcome', { ...makeRequest(), outcome: { kind: 'pinned' } }],
    ['no address', { ...makeRequest(), address: null }],
  ])('a stored request with %s is not read', (_what, row) => expect(v.is(pinRequestSchema, row)).toBe(false));
});
