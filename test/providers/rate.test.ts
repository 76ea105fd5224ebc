import { describe, expect, it } from 'vitest';
import { askAgainAt, readRate } from '../../src/providers/contract/rate-reading.ts';
import { answer } from './fixture.ts';

const date = 'Wed, 22 Jan 2025 07:16:19 GMT';
const dateMs = Date.parse(date);
const documented = { date, 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '9', 'x-ratelimit-reset': '1737530181' };
const at = (status: number, headers: Record<string, string>) => ({
  ...answer(status, '', headers),
  sentAt: 500,
  receivedAt: 600,
});

describe('what an answer says of a limit', () => {
  it('a rate limit is read as documented', () =>
    expect(readRate(at(204, documented))).toEqual({
      limit: 10,
      remaining: 9,
      resetAt: 1_737_530_181_000,
      answeredAt: dateMs,
      isRefused: false,
      sentAt: 500,
      receivedAt: 600,
    }));

  it('a rate limit is read from a refusal too', () => expect(readRate(at(429, documented))?.isRefused).toBe(true));

  it.each(['date', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'])(
    'no rate limit is read without the header %s',
    (name) => expect(readRate(at(204, { ...documented, [name]: '' }))).toBeNull(),
  );

  it.each(['soon', '-1', '0', '1e99', 'NaN'])('no rate limit is read with a reset of "%s"', (reset) =>
    expect(readRate(at(204, { ...documented, 'x-ratelimit-reset': reset }))).toBeNull(),
  );

  it('the end of a window may be given as a span', () =>
    expect(readRate(at(204, { ...documented, 'x-ratelimit-reset': '3' }))?.resetAt).toBe(dateMs + 3_000));
});

describe('when to ask again', () => {
  it('a date in Retry-After is used as it is if the provider’s clock is unknown', () =>
    expect(
      askAgainAt({ ...answer(503, '', { 'retry-after': date }), sentAt: dateMs - 5_000, receivedAt: dateMs - 4_000 }),
    ).toBe(dateMs));

  it.each(['7200', 'Jan 22 2025', '2025-01-22T07:16:19Z', 'Wednesday, 22-Jan-25 07:16:19 GMT'])(
    'no rate limit is read from an answer with the date "%s"',
    (odd) => expect(readRate(at(204, { ...documented, date: odd }))).toBeNull(),
  );

  it.each<[string, Record<string, string>, number | null]>([
    ['Retry-After in seconds', { 'retry-after': '120' }, 120_600],
    [
      'Retry-After as a date, by the clock of the provider',
      { 'retry-after': 'Wed, 22 Jan 2025 07:16:29 GMT', date },
      10_600,
    ],
    ['Retry-After before the end of the window', { ...documented, 'retry-after': '1' }, 1_600],
    ['Retry-After in parts of seconds', { 'retry-after': '7200.5' }, 7_201_100],
    ['Retry-After in years', { 'retry-after': '99999999' }, 86_400_600],
    ['Retry-After in more seconds than a number has room for', { 'retry-after': '9'.repeat(400) }, 86_400_600],
    ['Retry-After as a date far ahead', { 'retry-after': 'Wed, 22 Jan 2200 07:16:29 GMT', date }, 86_400_600],
    ['Retry-After as a date that HTTP does not write', { 'retry-after': '22 Jan 2200', date }, null],
    ['Retry-After as a year', { 'retry-after': 'at 7200', date }, null],
    ['the end of a window in 2286', { date, 'x-ratelimit-reset': '9999999999' }, 86_400_600],
    ['the end of the window, by the clock of the provider', documented, 1_737_530_181_000 - dateMs + 600],
    ['nothing', {}, null],
    ['nonsense', { 'retry-after': 'soon', 'x-ratelimit-reset': 'later' }, null],
  ])('the time to ask again is read from %s', (_what, headers, until) =>
    expect(askAgainAt(at(503, headers))).toBe(until),
  );
});
