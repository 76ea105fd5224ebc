import type { Answer } from '../provider.ts';

const wordsOnPhone =
  'Please provide the number of the phone you want to call with this API in the header. The number must be in ' +
  'country code + number format without any characters or spaces, e.g. 919876543210; Alternatively, provide the ' +
  'phone_id (phone-xxxxxxxxxxxx) in the header.';

/** Creates the only documented error: a 422 with the error of each field [DOC Get phone, List all chats]. */
export function validationError(message: string, fields: Record<string, { message: string; value?: string }>): Answer {
  return { status: 422, body: { code: 'VALIDATION_ERROR', fields, message, name: 'Validation Error', status: 422 } };
}

/** Creates the 422 about the x-phone header; its words are [DOC] for a missing header, [INF] otherwise. */
export const phoneError = (message: string): Answer =>
  validationError(message, { 'x-phone': { message: wordsOnPhone } });

/** [INF] The bodies of 401, 404 and 429 are not documented. They have the fields of the 422, except those about a form. */
export const unauthorized: Answer = {
  status: 401,
  body: { code: 'UNAUTHORIZED', message: 'Invalid API key', name: 'Unauthorized', status: 401 },
};

/** [INF] see {@link unauthorized}. */
export const messageNotFound: Answer = {
  status: 404,
  body: { code: 'NOT_FOUND', message: 'Message not found', name: 'Not Found', status: 404 },
};

/** [INF] see {@link unauthorized}. */
export const tooManyRequests: Answer = {
  status: 429,
  body: { code: 'RATE_LIMIT_EXCEEDED', message: 'Too many requests', name: 'Too Many Requests', status: 429 },
};

/** [INF] The answer of Express (`X-Powered-By: Express` [DOC]) to a path or a method that it does not know. */
export const cannot = (method: string, path: string): Answer => ({
  status: 404,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html>\n<html lang="en"><body><pre>Cannot ${method} ${path}</pre></body></html>\n`,
});
