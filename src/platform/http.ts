import { mayReach } from './access';
import { now } from './clock';
import { isOnline } from './network';

/** How long a provider may take, in ms: a worker is ended 30 s after its last event. https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle */
const callTimeoutMs = 20_000;
/** Longest body that is read unless more is asked for, in bytes; no documented answer about one thing comes near. */
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
  /** When the question left and the answer's head was there, unix ms. */
  sentAt: number;
  receivedAt: number;
}

/**
 * No answer. `offline`, `permission` and `characters` (no header can hold one of them): nothing was sent. `redirect`: the
 * server named another place, where nothing was sent. `timeout` and `connection`: it may have arrived.
 */
export type NoAnswer = 'offline' | 'permission' | 'characters' | 'redirect' | 'timeout' | 'connection';

/** Sends one request, with nothing of the browser's own (cookies, referrer, cache) and following no redirect. */
export async function send(request: OutgoingRequest): Promise<IncomingAnswer | NoAnswer> {
  if (!canBeHeaders(request.headers)) return 'characters';
  if (!(await mayReach(new URL(request.url).origin))) return 'permission';
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

async function readBody(response: Response, longest: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let body = '';
  for (let size = 0; size < longest; ) {
    const { done, value } = await reader.read();
    if (done) return body + decoder.decode();
    size += value.byteLength;
    body += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return body;
}

/** `fetch` fails for others as it does for a network that fails. */
function canBeHeaders(headers: OutgoingRequest['headers']): boolean {
  try {
    new Headers(headers);
    return true;
  } catch {
    return false;
  }
}
