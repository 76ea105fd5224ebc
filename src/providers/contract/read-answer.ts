import * as v from 'valibot';
import type { HttpAnswer } from './http-call';
import { type Failure, type FailureDetails, failure } from './outcome';
import { askAgainAt } from './rate-reading';

const maxDetailLength = 240;

/** The body as a JSON object, or null: an answer may be HTML from a proxy, empty, or cut. */
export function jsonObject(answer: HttpAnswer): Record<string, unknown> | null {
  const value = json(answer);
  return v.is(v.record(v.string(), v.unknown()), value) && !Array.isArray(value) ? value : null;
}

/** The body as any JSON value, or undefined. */
export function json(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.body);
  } catch {
    return undefined;
  }
}

/** What a header or a text says, cut to what is shown and kept; null where that is nothing. */
export const detailOf = (said: string | undefined): string | null => said?.slice(0, maxDetailLength) || null;

/** The text in the first of the keys that has one. */
export function text(body: Record<string, unknown> | null, ...keys: string[]): string | null {
  const found = keys.map((key) => body?.[key]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? detailOf(found) : null;
}

export const succeeded = (answer: HttpAnswer): boolean => answer.status >= 200 && answer.status < 300;

/**
 * An answer to a pin or unpin that says neither what the documents say nor why not. Nothing at all or JSON is the
 * provider's own, and would come again; what cannot be read may be a page of a proxy's.
 */
export function unclear(answer: HttpAnswer, { detail = null, trace = null }: Partial<FailureDetails> = {}): Failure {
  const isOwn = succeeded(answer) && (answer.body.trim() === '' || json(answer) !== undefined);
  return failure('unknown', isOwn ? 'undocumented' : 'unreadable', { status: answer.status, detail, trace });
}

/** Reads the statuses that mean the same for every provider; null where the provider must decide (401, 403, 422 …). */
export function commonFailure(answer: HttpAnswer, detail: string | null): Failure | null {
  const more = { status: answer.status, detail };
  if (answer.status === 402) return failure('unauthorized', 'subscription', more);
  if (answer.status === 404) return failure('rejected', 'not-found', more);
  if (answer.status === 405) return failure('rejected', 'method', more);
  if (answer.status === 415) return failure('rejected', 'media-type', more);
  // Another request for the same chat is under way there. Source: docs/providers.md "What WhatsApp itself does".
  if (answer.status === 409 || answer.status === 423) return failure('unavailable', 'busy', more);
  const later = { ...more, until: askAgainAt(answer) };
  if (answer.status === 429) return failure('rate-limited', 'limit', later);
  if (answer.status === 408 || answer.status === 425 || answer.status >= 500) {
    return failure('unavailable', 'server', later);
  }
  return null;
}
