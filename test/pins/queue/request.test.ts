import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isSoundRequest, pinRequestSchema } from '../../../src/pins/queue/request.ts';
import { failure, type Outcome } from '../../../src/providers/index.ts';
import { aRequest } from '../make-request.ts';

const settled = (outcome: Outcome) => aRequest({ state: 'settled', dueAt: null, settledAt: 2, outcome });

describe('what comes back from disk', () => {
  it.each([
    ['waiting', aRequest()],
    ['sending', aRequest({ state: 'sending', dueAt: null, lease: { startedAt: 1, until: 2 } })],
    ['accepted', settled({ kind: 'accepted', receipt: null })],
    ['failed', settled(failure('unknown', 'timeout'))],
  ])('%s is read as it is', (_what, request) => {
    expect(v.parse(pinRequestSchema, request)).toEqual(request);
    expect(isSoundRequest(request)).toBe(true);
  });

  it.each([
    ['settled without an outcome', aRequest({ state: 'settled', dueAt: null })],
    ['waiting for nothing', aRequest({ dueAt: null })],
    ['sent without a lease', aRequest({ state: 'sending', dueAt: null })],
    ['failed for a reason of another kind', settled({ ...failure('unknown', 'timeout'), reason: 'token' } as never)],
  ])('%s is not sound', (_what, request) => expect(isSoundRequest(request)).toBe(false));

  it.each([
    ['another duration', { ...aRequest(), days: 14 }],
    ['another action', { ...aRequest(), action: 'star' }],
    ['another state', { ...aRequest(), state: 'lost' }],
    ['another outcome', { ...aRequest(), outcome: { kind: 'pinned' } }],
    ['no address', { ...aRequest(), address: null }],
  ])('with %s is not read', (_what, row) => expect(v.is(pinRequestSchema, row)).toBe(false));
});
