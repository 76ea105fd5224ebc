import { type Answer, accept, type ProviderCall, type Verdict, violate } from '../provider.ts';
import { validationError } from './answers.ts';

const maxPageSize = 2000;

/** The query parameters that every list takes. */
export const pagingQuery = ['offset', 'limit'] as const;

function readNumber(call: ProviderCall, name: string, otherwise: number): number | null {
  const text = call.query.get(name);
  if (text === null) return otherwise;
  return /^\d+$/.test(text) ? Number(text) : null;
}

const wrongNumber = (name: string, value: string | null, words: string): Answer =>
  validationError(words, { [name]: { message: words, value: value ?? '' } });

/**
 * Answers with one page of a list: `offset` (default 1) and `limit` (default and most 2000) [DOC List all chats, SRC]; the 422 to a
 * higher limit is [DOC]. [INF]: offset 0 means 1; `from` is the offset, `to` the last entry, `count` all there are.
 */
export function listPage<T>(call: ProviderCall, name: string, list: () => readonly T[]): Verdict {
  const offset = readNumber(call, 'offset', 1);
  const limit = readNumber(call, 'limit', maxPageSize);
  if (offset === null) {
    return violate('offset: not a whole number', wrongNumber('offset', call.query.get('offset'), 'Invalid offset'));
  }
  if (limit === null || limit > maxPageSize) {
    const words = `Limit should be less than ${maxPageSize}`;
    return violate(`limit: ${words}`, wrongNumber('limit', call.query.get('limit'), words));
  }
  return accept(() => {
    const all = list();
    const from = Math.max(1, offset);
    const page = all.slice(from - 1, from - 1 + limit);
    return { status: 200, body: { from, to: from + page.length - 1, count: all.length, [name]: page } };
  });
}
