import { randomBytes } from 'node:crypto';
import type { Answer } from '../provider.ts';

const hex = (digits: number) =>
  randomBytes(digits / 2)
    .toString('hex')
    .toUpperCase();

/**
 * Creates the 200 of a pin: `zaapId` and `messageId` [DOC], and the `id` of other editions of the page. The messageId is the
 * pin event's, never the target's (docs/providers.md, Z-API [DOC/INF]).
 */
export function pinAccepted(): Answer {
  const messageId = `3EB0${hex(18)}`;
  return { status: 200, body: { zaapId: hex(32), messageId, id: messageId } };
}

/** The answer to a wrong method: the status is [DOC], the body [INF]. */
export const methodNotAllowed: Answer = {
  status: 405,
  body: { error: 'METHOD_NOT_ALLOWED', message: 'HTTP 405 Method Not Allowed' },
};

/** The answer to a missing Content-Type: the status is [DOC], the body [INF]. */
export const unsupportedMediaType: Answer = {
  status: 415,
  body: { error: 'UNSUPPORTED_MEDIA_TYPE', message: 'HTTP 415 Unsupported Media Type' },
};

/** The answer to a path that does not exist: a 200 [3P]. */
export const noSuchEndpoint: Answer = {
  status: 200,
  body: { error: 'NOT_FOUND', message: 'Unable to find matching target resource method' },
};

/** The answer to an invalid request; it is not documented [INF]. */
export const badRequest = (message: string): Answer => ({ status: 400, body: { error: 'BAD_REQUEST', message } });
