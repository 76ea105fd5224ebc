import * as v from 'valibot';
import type { HttpAnswer } from './http-call';
import { type Failure, type FailureDetails, failure } from './outcome';
import { askAgainAt } from './rate-reading';

/** The maximum length of a provider's text that is kept and shown, in characters. */
const maxDetailLength = 240;

/** Returns the body as a JSON object, or null: an answer may be HTML from a proxy, empty, or cut. */
export function jsonObject(answer: HttpAnswer): Record<string, unknown> | null {
  const value = json(answer);
  return v.is(v.record(v.string(), v.unknown()), value) && !Array.isArray(value) ? value : null;
}

/** Returns the body as a JSON value of any type, or undefined if it is not JSON. */
export function json(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.body);
  } catch {
    return undefined;
  }
}

/** Cuts a text of the provider to the length that is kept and shown; null if it is empty. */
export const detailOf = (text: string | undefined): string | null => text?.slice(0, maxDetailLength) || null;

/** Returns the first non-empty text under the given keys, cut to the length that is shown, or null. */
export function text(body: Record<string, unknown> | null, ...keys: string[]): string | null {
  const value = keys.map((key) => body?.[key]).find((each) => typeof each === 'string' && each !== '');
  return typeof value === 'string' ? detailOf(value) : null;
}

export const succeeded = (answer: HttpAnswer): boolean => answer.status >= 200 && answer.status < 300;

/**
 * Makes the failure for an answer to a pin or unpin that is neither the documented success nor a known failure. An empty
 * or a JSON body comes from the provider, which would give the same answer again; any other body may come from a proxy.
 */
export function unclear(answer: HttpAnswer, { detail = null, trace = null }: Partial<FailureDetails> = {}): Failure {
  const isFromProvider = succeeded(answer) && (answer.body.trim() === '' || json(answer) !== undefined);
  return failure('unknown', isFromProvider ? 'undocumented' : 'unreadable', { status: answer.status, detail, trace });
}

/** Reads the statuses that mean the same at every provider; null for those that the record must read (401, 403, 422 …). */
export function commonFailure(answer: HttpAnswer, detail: string | null): Failure | null {
  const details = { status: answer.status, detail };
  if (answer.status === 402) return failure('unauthorized', 'subscription', details);
  if (answer.status === 404) return failure('rejected', 'not-found', details);
  if (answer.status === 405) return failure('rejected', 'method', details);
  if (answer.status === 415) return failure('rejected', 'media-type', details);
  // Another request for the same chat is in progress at the provider. Source: docs/providers.md "What WhatsApp itself does".
  if (answer.status === 409 || answer.status === 423) return failure('unavailable', 'busy', details);
  const detailsWithTime = { ...details, until: askAgainAt(answer) };
  if (answer.status === 429) return failure('rate-limited', 'limit', detailsWithTime);
  if (answer.status === 408 || answer.status === 425 || answer.status >= 500) {
    return failure('unavailable', 'server', detailsWithTime);
  }
  return null;
}
