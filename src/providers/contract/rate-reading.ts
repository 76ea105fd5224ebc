import type { HttpAnswer } from './http-call';

/**
 * What an answer's headers tell of a limit (`X-RateLimit-Limit`, `-Remaining`, `-Reset`).
 * Source: docs/providers.md "Periskope" [DOC].
 */
export interface RateReading {
  /** Calls a window. */
  limit: number;
  /** Calls that the window had left when this answer was made. */
  remaining: number;
  /** When the window ends: unix ms by the provider's clock, rounded up to whole seconds. */
  reset: number;
  /** When the answer was made: unix ms by the provider's clock, rounded down to whole seconds. */
  date: number;
  /** Whether the call was over the limit. */
  refused: boolean;
  /** When the question left and the answer was there, unix ms by our clock. */
  sentAt: number;
  at: number;
}

/** Longest that a provider is believed when it says when to ask again, in ms. */
const maxWaitMs = 24 * 60 * 60_000;
/** A time far in the future is no time to wait for; one so small is a span. In seconds. */
const latest = 10_000_000_000;
const maxSeconds = 100_000_000;

/** https://www.rfc-editor.org/rfc/rfc9110#field.date */
const fixdate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** A date as HTTP writes it, in ms; NaN where it is anything else: a browser reads a year in many a number. */
const readDate = (header = ''): number => (fixdate.test(header) ? Date.parse(header) : Number.NaN);

const dateOf = ({ headers }: HttpAnswer): number => readDate(headers.date);

/** The time that a header tells in seconds, in ms by the provider's clock; NaN where it tells none. */
function timeIn(header: string | undefined, date: number): number {
  const seconds = Number.parseFloat(header ?? '');
  if (!(seconds > 0 && seconds < latest)) return Number.NaN;
  return seconds < maxSeconds ? date + seconds * 1_000 : seconds * 1_000;
}

export function readRate(answer: HttpAnswer): RateReading | null {
  const { headers, status, sentAt, at } = answer;
  const limit = Number.parseFloat(headers['x-ratelimit-limit'] ?? '');
  const remaining = Number.parseFloat(headers['x-ratelimit-remaining'] ?? '');
  const date = dateOf(answer);
  const reset = timeIn(headers['x-ratelimit-reset'], date);
  if (!(limit >= 1 && remaining >= 0) || Number.isNaN(reset) || Number.isNaN(date)) return null;
  return { limit, remaining, reset, date, refused: status === 429, sentAt, at };
}

/**
 * When the provider wants to be asked again, as unix ms by our clock, or null: `Retry-After` in seconds or as a date, else
 * the end of its window. Told by the provider's clock it is moved by what that is ahead of ours. Never more than a day away.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function askAgainAt(answer: HttpAnswer): number | null {
  const told = toldIn(answer);
  return Number.isNaN(told) ? null : Math.min(told, answer.at + maxWaitMs);
}

function toldIn(answer: HttpAnswer): number {
  const { headers, at } = answer;
  const wait = headers['retry-after'] ?? '';
  if (/^\d+(\.\d+)?$/.test(wait)) return at + Number(wait) * 1_000;
  const date = dateOf(answer);
  const told = readDate(wait) || timeIn(headers['x-ratelimit-reset'], date);
  return Number.isNaN(date) ? told : at + told - date;
}
