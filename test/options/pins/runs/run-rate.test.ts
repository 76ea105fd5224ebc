import { describe, expect, it } from 'vitest';
import { describeRemainingTime, rateOf, type Sample, withSample } from '../../../../src/options/pins/runs/run-rate.ts';

const samplesOf = (...points: [at: number, done: number][]) =>
  points.reduce<Sample[]>((samples, [measuredAt, doneCount]) => withSample(samples, { measuredAt, doneCount }), []);

describe('the rate', () => {
  it.each<[string, [number, number][], number | null]>([
    ['is not known at first', [[0, 0]], null],
    [
      'is not known from one moment',
      [
        [0, 0],
        [100, 5],
      ],
      null,
    ],
    [
      'is what was done in a second',
      [
        [0, 0],
        [1_000, 5],
      ],
      5,
    ],
    [
      'is that of the last ten seconds',
      [
        [0, 0],
        [5_000, 500],
        [11_000, 506],
        [15_000, 510],
      ],
      1,
    ],
    [
      'falls to nothing where nothing happens',
      [
        [0, 0],
        [5_000, 50],
        [16_000, 50],
        [17_000, 50],
      ],
      0,
    ],
    [
      'begins anew where the numbers do',
      [
        [0, 50],
        [2_000, 10],
        [4_000, 20],
      ],
      5,
    ],
  ])('the rate %s', (_, points, rate) => expect(rateOf(samplesOf(...points))).toBe(rate));
});

it.each([
  [100, null, null],
  [100, 0, null],
  [0, 5, null],
  [100, 5, ['run_seconds_left']],
  [600, 5, ['run_minutes_left', '2']],
  [10_000, 5, ['run_minutes_left', '33']],
  [100_000, 5, ['run_hours_left', '6']],
])('the time left for %j requests at %j per second is described by %j', (remainingCount, rate, words) =>
  expect(describeRemainingTime(remainingCount, rate)).toEqual(words),
);
