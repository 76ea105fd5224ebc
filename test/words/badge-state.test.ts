import { describe, expect, it, vi } from 'vitest';
import { failure, type Outcome } from '../../src/providers/index.ts';
import { badgeStateOf } from '../../src/words/badge-state.ts';
import { makeRequest } from '../pins/make-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const settledAs = (outcome: Outcome, seen = false, accountName = 'Support') =>
  makeRequest({ state: 'settled', settledAt: 2, outcome, seen, accountName });

const accepted: Outcome = { kind: 'accepted', receipt: null };
const failed = failure('unknown', 'timeout');

const waiting = makeRequest({ state: 'waiting', outcome: failed });

describe('the sign on the toolbar', () => {
  it.each([
    ['nothing', [], 0, ''],
    ['what has not ended', [makeRequest()], 1, '1'],
    ['what has not ended, in runs too', [makeRequest()], 12, '12'],
    ['what has not ended, of runs alone', [], 9_999, '9k'],
    ['very much', [], 123_456, '99k'],
    ['what has not ended, and a failure', [makeRequest(), settledAs(failed)], 1, '1!'],
    ['what waits after a failure', [waiting], 1, '1!'],
    ['what waits after a failure that was seen', [{ ...waiting, seen: true }], 1, '1'],
    ['a failure', [settledAs(failed)], 0, '!'],
    ['a failure, below a later success', [settledAs(accepted), settledAs(failed)], 0, '!'],
    ['a success', [settledAs(accepted)], 0, '✓'],
    ['a success, after a failure that was seen', [settledAs(accepted), settledAs(failed, true)], 0, '✓'],
    ['what was seen', [settledAs(failed, true), settledAs(accepted, true)], 0, ''],
    [
      'what was cancelled or replaced',
      [makeRequest({ state: 'cancelled' }), makeRequest({ state: 'replaced' })],
      0,
      '',
    ],
  ])('the toolbar has the right sign for %s', (_what, requests, open, sign) =>
    expect(badgeStateOf(requests, open).sign).toBe(sign),
  );

  it('the toolbar shows that a run has failed', () => {
    const trouble = { accountName: 'Sales', providerId: 'z-api', outcome: failed };
    const { sign, title } = badgeStateOf([settledAs(accepted)], 9, [{ trouble: null }, { trouble }]);
    expect([sign, title[1]]).toEqual(['9!', 'Sales']);
  });

  it.each([
    ['open', [makeRequest()], 1],
    ['failed', [settledAs(failed)], 0],
    ['accepted', [settledAs(accepted)], 0],
  ])('a badge is of the kind %s', (kind, requests, open) => expect(badgeStateOf(requests, open).kind).toBe(kind));
});

describe('the title on the toolbar', () => {
  it('the title of the toolbar is about the newest request of its sign', () => {
    const { title } = badgeStateOf(
      [settledAs(accepted), settledAs(failed, false, 'New'), settledAs(failed, false, 'Old')],
      0,
    );
    expect(title).toContain('New');
  });

  it('the title of the toolbar is the extension’s name if nothing has happened', () =>
    expect(badgeStateOf([], 0).title).toEqual(['extension_name']));

  it('the title of the toolbar is about the request that has not ended, or says how many there are', () => {
    expect(badgeStateOf([makeRequest()], 1).title).toContain('Support');
    expect(badgeStateOf([makeRequest()], 7).title).toEqual(['toolbar_open', '7']);
    expect(badgeStateOf([makeRequest()], 9_876).title).toEqual(['toolbar_open', '9,876']);
  });
});
