import { describe, expect, it } from 'vitest';
import { type Pin, pinAfter } from '../../../src/pins/board/pin.ts';
import type { PinRequest } from '../../../src/pins/queue/request.ts';
import { failure, type Outcome } from '../../../src/providers/index.ts';
import { makeRequest } from '../make-request.ts';

const day = 24 * 60 * 60_000;
const at = 100 * day;
const accepted: Outcome = { kind: 'accepted', receipt: null };

const ended = (action: PinRequest['action'], outcome: Outcome, parts: Partial<PinRequest> = {}) =>
  makeRequest({ action, state: 'settled', settledAt: at, outcome, days: 7, ...parts });

const pin = (state: Pin['state'], times: Partial<Pin> = {}): Pin => ({
  id: makeRequest().messageKey,
  accountId: 'support',
  providerId: 'z-api',
  address: makeRequest().address,
  label: 'Rules',
  state,
  pinnedAt: null,
  expiresAt: null,
  confirmedAt: null,
  keep: true,
  ...times,
});

const times = { pinnedAt: at - day, expiresAt: at + 29 * day };
const over = { pinnedAt: at - 9 * day, expiresAt: at - 2 * day };
const none = { pinnedAt: null, expiresAt: null };
const now = { state: 'pinned', pinnedAt: at, expiresAt: at + 7 * day };

const before: [what: string, known: Pin | undefined][] = [
  ['nothing', undefined],
  ['pinned', pin('pinned', times)],
  ['pinned, until some time ago', pin('pinned', over)],
  ['unpinned', pin('unpinned')],
  ['unknown', pin('unknown')],
  ['unknown, pinned before that', pin('unknown', times)],
];

describe.each(before)('where what was known is %s', (_what, earlierPin) => {
  const pinRowAfter = (action: PinRequest['action'], outcome: Outcome) => pinAfter(earlierPin, ended(action, outcome));

  it('an accepted pin lasts from its answer on, for as long as was asked', () =>
    expect(pinRowAfter('pin', accepted)).toMatchObject(now));

  it('an accepted unpin leaves nothing pinned', () =>
    expect(pinRowAfter('unpin', accepted)).toMatchObject({ state: 'unpinned', ...none }));

  it.each(['pin', 'unpin'] as const)(
    '%s without an answer makes the pin row unknown, and keeps its times',
    (action) => {
      const { pinnedAt, expiresAt } = earlierPin ?? none;
      expect(pinRowAfter(action, failure('unknown', 'timeout'))).toMatchObject({
        state: 'unknown',
        pinnedAt,
        expiresAt,
      });
    },
  );

  it.each([
    failure('rejected', 'invalid'),
    failure('unauthorized', 'token'),
    failure('rate-limited', 'limit'),
    failure('unavailable', 'server'),
  ])('an outcome that is $kind changes nothing in the pin row', (outcome) => {
    expect(pinRowAfter('pin', outcome)).toBeNull();
    expect(pinRowAfter('unpin', outcome)).toBeNull();
  });

  it('the label and the wish to keep a pin stay, whatever the outcome', () => {
    const { label, keep } = earlierPin ?? { label: '', keep: false };
    for (const outcome of [accepted, failure('unknown', 'timeout')]) {
      expect(pinRowAfter('pin', outcome)).toMatchObject({ label, keep });
      expect(pinRowAfter('unpin', outcome)).toMatchObject({ label, keep });
    }
  });
});

it('a pin row says its account, and the address that was sent', () => {
  const request = ended('pin', accepted, { address: { messageId: 'M', chat: '5511999999999' } });
  expect(pinAfter(undefined, request)).toEqual({
    id: request.messageKey,
    accountId: 'support',
    providerId: 'z-api',
    address: { messageId: 'M', chat: '5511999999999' },
    label: '',
    confirmedAt: null,
    keep: false,
    ...now,
  });
});
