import { hasHostAccess } from './access';
import { now } from './clock';
import { isOnline } from './network';

/**
 * The maximum duration of a call, in ms. Chrome terminates a worker 30 s after its last event.
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle
 */
const callTimeoutMs = 20_000;
/** The maximum size of a body, unless the request allows more. Documented answers other than lists are far smaller. */
const maxBodyBytes = 256 * 1024;

export interface OutgoingRequest {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  maxAnswerBytes?: number;
}

export interface IncomingAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** When the request was sent and when the headers of the answer came, in unix ms. */
  sentAt: number;
  receivedAt: number;
}

/**
 * Why there is no answer. With `offline`, `permission` and `characters` (a header has a character that HTTP does not
 * allow) nothing was sent. With `redirect` the server named another URL, where nothing was sent. With `timeout` and
 * `connection` the request may have arrived.
 */
export type NoAnswer = 'offline' | 'permission' | 'characters' | 'redirect' | 'timeout' | 'connection';

/** Sends one request without cookies, referrer and cache, and follows no redirect. */
export async function send(request: OutgoingRequest): Promise<IncomingAnswer | NoAnswer> {
  if (!areValidHeaders(request.headers)) return 'characters';
  if (!(await hasHostAccess(new URL(request.url).origin))) return 'permission';
  if (!isOnline()) return 'offline';
  const signal = AbortSignal.timeout(callTimeoutMs);
  try {
    const { url, maxAnswerBytes = maxBodyBytes, ...init } = request;
    const sentAt = now();
    const response = await fetch(url, {
      ...init,
      signal,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    if (response.type === 'opaqueredirect') return 'redirect';
    const receivedAt = now();
    const body = await readBody(response, maxAnswerBytes);
    return { status: response.status, headers: Object.fromEntries(response.headers), body, sentAt, receivedAt };
  } catch {
    return signal.aborted ? 'timeout' : 'connection';
  }
}

/** Reads the body as UTF-8, and cancels it after the chunk that exceeds `maxBytes`. */
async function readBody(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let body = '';
  for (let size = 0; size < maxBytes; ) {
    const { done, value } = await reader.read();
    if (done) return body + decoder.decode();
    size += value.byteLength;
    body += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return body;
}

/**
 * Returns whether `fetch` accepts the headers. They are checked beforehand, because `fetch` rejects bad ones with the
 * same error as a failing network.
 */
function areValidHeaders(headers: OutgoingRequest['headers']): boolean {
  try {
    new Headers(headers);
    return true;
  } catch {
    return false;
  }
}
