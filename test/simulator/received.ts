import { maxWaitMs } from '../max-wait.ts';
import type { ProviderName, RouteName } from './provider.ts';

/** A request that a simulated provider received; secrets are masked before it is kept. */
export interface ReceivedRequest {
  number: number;
  provider: ProviderName;
  route: RouteName | 'preflight';
  method: string;
  path: string;
  headers: Record<string, string>;
  /** The body as JSON, or as text if it is no JSON; null without a body. */
  body: unknown;
  /** The status of the answer; null while there is none (the request hangs, the connection was reset). */
  status: number | null;
  /** How the request violates the documentation; null where it is exactly as documented. */
  violation: string | null;
  at: number;
  via: 'http' | 'tls';
}

export interface ReceivedLog {
  list: ReceivedRequest[];
  arrived: (request: Omit<ReceivedRequest, 'number' | 'at' | 'status'>) => ReceivedRequest;
  answered: (request: ReceivedRequest, status: number) => void;
  waitFor: (predicate: (request: ReceivedRequest) => boolean, timeoutMs?: number) => Promise<ReceivedRequest>;
  clear: () => void;
}

const inOneLine = ({ method, path, status, violation }: ReceivedRequest) =>
  `  ${method} ${path} → ${status ?? 'no answer'}${violation === null ? '' : ` (violation: ${violation})`}`;

/** Keeps requests in the order of their arrival. Tests can wait for one, until it arrives or until it is answered. */
export function createReceivedLog(onChange: (request: ReceivedRequest) => void): ReceivedLog {
  const list: ReceivedRequest[] = [];
  const waiting = new Set<(request: ReceivedRequest) => void>();
  let count = 0;

  const changed = (request: ReceivedRequest) => {
    for (const check of waiting) check(request);
    onChange(request);
  };

  return {
    list,
    arrived(request) {
      count += 1;
      const arrived = { ...request, number: count, status: null, at: Date.now() };
      list.push(arrived);
      changed(arrived);
      return arrived;
    },
    answered(request, status) {
      request.status = status;
      changed(request);
    },
    waitFor(predicate, timeoutMs = maxWaitMs) {
      const found = list.find(predicate);
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const check = (request: ReceivedRequest) => {
          if (!predicate(request)) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve(request);
        };
        const timer = setTimeout(() => {
          waiting.delete(check);
          const all = list.length > 0 ? list.map(inOneLine).join('\n') : '  nothing';
          reject(new Error(`No such request within ${timeoutMs} ms. Received:\n${all}`));
        }, timeoutMs);
        waiting.add(check);
      });
    },
    clear() {
      list.length = 0;
    },
  };
}
