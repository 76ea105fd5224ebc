import type { HttpAnswer } from './http';

/**
 * What an answer's headers tell of a limit (`X-RateLimit-Limit`, `-Remaining`, `-Reset`).
 * Source: PROVIDERS.md "Periskope" [DOC].
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

/** A time far in the future is no time to wait for; one so small is a span. In seconds. */
const latest = 10_000_000_000;
const longestSpan = 100_000_000;

const dateOf = ({ headers }: HttpAnswer): number => Date.parse(headers.date ?? '');

/** The time that a header tells in seconds, in ms by the provider's clock; NaN where it tells none. */
function timeIn(header: string | undefined, date: number): number {
  const seconds = Number.parseFloat(header ?? '');
  if (!(seconds > 0 && seconds < latest)) return Number.NaN;
  return seconds < longestSpan ? date + seconds * 1_000 : seconds * 1_000;
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
 * the end of its window. Told by the provider's clock it is moved by what that is ahead of ours.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function askAgainAt(answer: HttpAnswer): number | null {
  const { headers, at } = answer;
  const wait = headers['retry-after'] ?? '';
  if (/^\d{1,6}$/.test(wait)) return at + Number(wait) * 1_000;
  const date = dateOf(answer);
  const told = Date.parse(wait) || timeIn(headers['x-ratelimit-reset'], date);
  if (Number.isNaN(told)) return null;
  return Number.isNaN(date) ? told : at + told - date;
}
