import * as v from 'valibot';
import type { Call, HttpAnswer, HttpRequest } from '../contract/http-call';
import { type Failure, failure } from '../contract/outcome';
import type { Credentials } from '../contract/provider';
import { commonFailure, detailOf, jsonObject, text } from '../contract/read-answer';

export type Field = 'apiKey' | 'phone';

export const origin = 'https://api.periskope.app';

/** One request to `/v1/…` with the key and the phone. Source: docs/providers.md "Periskope" [DOC]. */
export function call<T>(
  { apiKey, phone }: Credentials<Field>,
  request: Pick<HttpRequest, 'method' | 'body' | 'longestAnswer'> & { path: string },
  read: (answer: HttpAnswer) => T,
): Call<T> {
  const { path, ...rest } = request;
  const headers: Record<string, string> = { Authorization: `Bearer ${apiKey}` };
  if (phone) headers['x-phone'] = phone;
  if (rest.body !== undefined) headers['Content-Type'] = 'application/json';
  return { request: { ...rest, url: `${origin}/v1/${path}`, headers }, read };
}

/** The provider's id of the request. */
export const traceOf = ({ headers }: HttpAnswer): string | null => detailOf(headers['x-periskope-trace-id']);

/** Only 422 has a published body; the rest is read by its status. Source: docs/providers.md "Periskope" [DOC]. */
export function readFailure(answer: HttpAnswer): Failure {
  const body = jsonObject(answer);
  const fields = v.safeParse(v.record(v.string(), v.object({ message: v.string() })), body?.fields);
  const fieldDetail = fields.success
    ? Object.entries(fields.output).map(([name, { message }]) => `${name}: ${message}`)
    : [];
  const more = {
    status: answer.status,
    detail: fieldDetail.join('; ').slice(0, 240) || text(body, 'message', 'error', 'name'),
    trace: traceOf(answer),
  };
  if (answer.status === 401) return failure('unauthorized', 'api-key', more);
  if (answer.status === 403) return failure('unauthorized', 'forbidden', more);
  if (answer.status === 400 || answer.status === 422) {
    const aboutPhone = fields.success && 'x-phone' in fields.output;
    return aboutPhone ? failure('unauthorized', 'phone', more) : failure('rejected', 'invalid', more);
  }
  const common = commonFailure(answer, more.detail);
  if (common) return { ...common, trace: more.trace };
  return answer.status >= 400 ? failure('rejected', 'invalid', more) : failure('unknown', 'unreadable', more);
}
