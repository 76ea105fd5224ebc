import * as v from 'valibot';
import type { Call, HttpAnswer, HttpRequest } from '../contract/http-call';
import { type Failure, failure } from '../contract/outcome';
import type { Credentials } from '../contract/provider';
import { commonFailure, detailOf, jsonObject, text } from '../contract/read-answer';

/** The credential fields. */
export type Field = 'apiKey' | 'phone';

export const origin = 'https://api.periskope.app';

/**
 * Builds a call to a path of `/v1/` with the account's key and phone. Source: docs/providers.md "Periskope" [DOC].
 * @param request `path` has no leading slash
 */
export function call<T>(
  { apiKey, phone }: Credentials<Field>,
  request: Pick<HttpRequest, 'method' | 'body' | 'maxAnswerBytes'> & { path: string },
  read: (answer: HttpAnswer) => T,
): Call<T> {
  const { path, ...parts } = request;
  const headers: Record<string, string> = { Authorization: `Bearer ${apiKey}` };
  if (phone) headers['x-phone'] = phone;
  if (parts.body !== undefined) headers['Content-Type'] = 'application/json';
  return { request: { ...parts, url: `${origin}/v1/${path}`, headers }, read };
}

/** Returns the provider's id of the request, which its support asks for. */
export const traceOf = ({ headers }: HttpAnswer): string | null => detailOf(headers['x-periskope-trace-id']);

/** Reads a failed answer. Only 422 has a documented body, so others are read by status. Source: docs/providers.md "Periskope" [DOC]. */
export function readFailure(answer: HttpAnswer): Failure {
  const body = jsonObject(answer);
  const fields = v.safeParse(v.record(v.string(), v.object({ message: v.string() })), body?.fields);
  const fieldDetail = fields.success
    ? Object.entries(fields.output).map(([name, { message }]) => `${name}: ${message}`)
    : [];
  const details = {
    status: answer.status,
    detail: fieldDetail.join('; ').slice(0, 240) || text(body, 'message', 'error', 'name'),
    trace: traceOf(answer),
  };
  if (answer.status === 401) return failure('unauthorized', 'api-key', details);
  if (answer.status === 403) return failure('unauthorized', 'forbidden', details);
  if (answer.status === 400 || answer.status === 422) {
    const isAboutPhone = fields.success && 'x-phone' in fields.output;
    return isAboutPhone ? failure('unauthorized', 'phone', details) : failure('rejected', 'invalid', details);
  }
  const common = commonFailure(answer, details.detail);
  if (common) return { ...common, trace: details.trace };
  return answer.status >= 400 ? failure('rejected', 'invalid', details) : failure('unknown', 'unreadable', details);
}
