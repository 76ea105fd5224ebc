import type { HttpAnswer } from './http-call';

/**
 * The rate limit in the headers of an answer (`X-RateLimit-Limit`, `-Remaining`, `-Reset`).
 * Source: docs/providers.md "Across providers" [DOC].
 */
export interface RateReading {
  /** The maximum number of calls in a window. */
  limit: number;
  /** Calls that were left in the window when the answer was made. */
  remaining: number;
  /** When the window ends, unix ms by the provider's clock, rounded up to a second. */
  resetAt: number;
  /** When the answer was made, unix ms by the provider's clock, rounded down to a second. */
  answeredAt: number;
  /** Whether the call was refused because it exceeded the limit. */
  isRefused: boolean;
  /** When the request was sent, unix ms by our clock. */
  sentAt: number;
  /** When the answer arrived, unix ms by our clock. */
  receivedAt: number;
}

/** The maximum time that a provider can make us wait, in ms. A later time is cut to this. */
const maxWaitMs = 24 * 60 * 60_000;
/** The maximum plausible value of a header, in seconds. */
const maxUnixSeconds = 10_000_000_000;
/** A header below this value, in seconds, holds a span from now and not a unix time. */
const maxSpanSeconds = 100_000_000;

/** The format of dates in HTTP headers: https://www.rfc-editor.org/rfc/rfc9110#field.date */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Returns an HTTP date as unix ms, or NaN. Other formats are refused, because `Date.parse` takes many numbers for years. */
const readDate = (header = ''): number => (httpDate.test(header) ? Date.parse(header) : Number.NaN);

/** Returns when the answer was made, unix ms by the provider's clock, or NaN. */
const dateOf = ({ headers }: HttpAnswer): number => readDate(headers.date);

/** Reads a header with a unix time or a span in seconds as unix ms by the provider's clock, or NaN. */
function readSeconds(header: string | undefined, answeredAt: number): number {
  const seconds = Number.parseFloat(header ?? '');
  if (!(seconds > 0 && seconds < maxUnixSeconds)) return Number.NaN;
  return seconds < maxSpanSeconds ? answeredAt + seconds * 1_000 : seconds * 1_000;
}

/** Reads the rate limit from the headers of an answer, or returns null if the headers are incomplete. */
export function readRate(answer: HttpAnswer): RateReading | null {
  const { headers, status, sentAt, receivedAt } = answer;
  const limit = Number.parseFloat(headers['x-ratelimit-limit'] ?? '');
  const remaining = Number.parseFloat(headers['x-ratelimit-remaining'] ?? '');
  const answeredAt = dateOf(answer);
  const resetAt = readSeconds(headers['x-ratelimit-reset'], answeredAt);
  if (!(limit >= 1 && remaining >= 0) || Number.isNaN(resetAt) || Number.isNaN(answeredAt)) return null;
  const isRefused = status === 429;
  return { limit, remaining, resetAt, answeredAt, isRefused, sentAt, receivedAt };
}

/**
 * Returns when the provider wants to be asked again, as unix ms by our clock, or null if it does not say: the time of
 * `Retry-After`, which holds seconds or a date, otherwise the end of the rate window. Times by the provider's clock are
 * corrected by its difference to ours. The result is at most a day away.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function askAgainAt(answer: HttpAnswer): number | null {
  const time = retryTime(answer);
  return Number.isNaN(time) ? null : Math.min(time, answer.receivedAt + maxWaitMs);
}

function retryTime(answer: HttpAnswer): number {
  const { headers, receivedAt } = answer;
  const retryAfter = headers['retry-after'] ?? '';
  if (/^\d+(\.\d+)?$/.test(retryAfter)) return receivedAt + Number(retryAfter) * 1_000;
  const answeredAt = dateOf(answer);
  const time = readDate(retryAfter) || readSeconds(headers['x-ratelimit-reset'], answeredAt);
  return Number.isNaN(answeredAt) ? time : receivedAt + time - answeredAt;
}
