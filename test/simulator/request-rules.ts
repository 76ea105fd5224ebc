import * as v from 'valibot';
import type { ProviderCall, ProviderName } from './provider.ts';

const foreignHeaders: Record<ProviderName, string[]> = {
  'z-api': ['authorization', 'x-phone'],
  periskope: ['client-token'],
};

/**
 * Checks what no request may carry: a user's cookies, the address of the open page, the origin of a page
 * (docs/providers.md: only the service worker calls), the credentials of the other provider, a body on a GET.
 */
export function transportViolations(call: ProviderCall, provider: ProviderName): (string | null)[] {
  const { headers } = call;
  const foreign = foreignHeaders[provider].filter((name) => headers[name] !== undefined);
  const fromPage = headers.origin !== undefined && !headers.origin.startsWith('chrome-extension://');
  return [
    headers.cookie === undefined ? null : 'a cookie was sent',
    headers.referer === undefined ? null : 'a Referer was sent',
    fromPage ? `called from a page: ${headers.origin}` : null,
    foreign.length > 0 ? `a header of the other provider: ${foreign.join(', ')}` : null,
    call.method === 'GET' && call.text !== '' ? 'a GET with a body' : null,
  ];
}

/** Checks that a query has only parameters that the page of its route lists; null if so. */
export function unknownQuery(call: ProviderCall, knownNames: readonly string[]): string | null {
  const unknown = [...call.query.keys()].filter((key) => !knownNames.includes(key));
  return unknown.length > 0 ? `unknown query parameter: ${unknown.join(', ')}` : null;
}

/** Returns whether the Content-Type is JSON, with or without parameters such as a charset. */
export function saysJson(call: ProviderCall): boolean {
  return call.headers['content-type']?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

/** Reads the body strictly by a schema. Returns its value, or the errors by key. */
export function readBody<T extends v.GenericSchema>(
  call: ProviderCall,
  schema: T,
): { ok: true; value: v.InferOutput<T> } | { ok: false; wrong: Map<string, string> } {
  let json: unknown;
  try {
    json = JSON.parse(call.text);
  } catch {
    return { ok: false, wrong: new Map([['body', 'not JSON']]) };
  }
  const read = v.safeParse(schema, json);
  if (read.success) return { ok: true, value: read.output };
  return { ok: false, wrong: new Map(read.issues.map((issue) => [v.getDotPath(issue) ?? 'body', issue.message])) };
}

/** Returns the errors of a body as one line for the list of violations. */
export const inOneLine = (wrong: Map<string, string>): string =>
  [...wrong].map(([key, message]) => `${key}: ${message}`).join('; ');
