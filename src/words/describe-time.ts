import { language } from './t';

/** Writes a time for people, with its day unless that is today. Both times are unix ms. */
export function describeTime(time: number, now: number): string {
  const date = new Date(time);
  const isToday = date.toDateString() === new Date(now).toDateString();
  const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const);
  return date.toLocaleString(language(), { ...day, hour: 'numeric', minute: '2-digit' });
}

const units = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
] as const;

/** Writes a span of time (ms) for people, rounded to the largest unit of which there are at least two. */
export function describeSpan(ms: number): string {
  const [unit, unitMs] = units.find(([, each]) => Math.round(ms / each) >= 2) ?? units[2];
  const format = new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.max(1, Math.round(ms / unitMs)));
}
