import { expect, it, vi } from 'vitest';
import { describeSpan, describeTime } from '../../src/words/describe-time.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const [hour, day] = [60 * 60_000, 24 * 60 * 60_000];
const noon = new Date(2026, 10, 25, 12, 0).getTime();

it('a time of today is written without its day', () => expect(describeTime(noon + hour, noon)).toBe('1:00 PM'));
it('a time of another day is written with its day', () =>
  expect(describeTime(noon + 7 * day, noon)).toBe('Dec 2, 12:00 PM'));

it.each([
  [30 * day - 1_000, '30 days'],
  [5.4 * day, '5 days'],
  [2 * day, '2 days'],
  [1.4 * day, '34 hours'],
  [day - 1_000, '24 hours'],
  [hour, '60 minutes'],
  [1_000, '1 minute'],
])('a span of %d ms is %s', (ms, words) => expect(describeSpan(ms)).toBe(words));
