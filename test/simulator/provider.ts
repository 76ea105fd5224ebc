import type { IncomingHttpHeaders } from 'node:http';
import type { RateReading } from './rate-window.ts';

export const providerNames = ['z-api', 'periskope'] as const;
export type ProviderName = (typeof providerNames)[number];

export const routeNames = [
  'pin',
  'status',
  'device',
  'chats',
  'groups',
  'phones',
  'all-phones',
  'messages',
  'message',
  'unknown',
] as const;
export type RouteName = (typeof routeNames)[number];

/** A request as it came in: the path is raw, still percent-encoded. */
export interface ProviderCall {
  method: string;
  path: string;
  segments: string[];
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  text: string;
}

/** What a provider answers; an object body is sent as JSON. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | object;
}

/** How a provider judges a request: its violation of the documentation, if any, and the answer, made only when it is sent. */
export interface Verdict {
  violation: string | null;
  answer: () => Answer;
}

/** A verdict on a known (or 'unknown') route, with the headers that go with every answer, a fault's as well. */
export interface Examined extends Verdict {
  route: RouteName;
  headers: (rate: RateReading | null) => Record<string, string>;
}

/** One simulated provider: where it lives and how it reads a call. */
export interface SimulatedProvider {
  name: ProviderName;
  host: string;
  prefix: string;
  overLimit: Answer;
  secretsOf: (call: ProviderCall) => (string | undefined)[];
  examine: (call: ProviderCall) => Examined;
}

/** The request is as documented; the answer is made, and its effect happens, when it is sent. */
export const accept = (answer: () => Answer): Verdict => ({ violation: null, answer });

/** The request is as documented, but refused: a wrong credential, an unknown message. */
export const refuse = (answer: Answer): Verdict => ({ violation: null, answer: () => answer });

/** The request violates the documentation and is refused. */
export const violate = (violation: string, answer: Answer): Verdict => ({ violation, answer: () => answer });

/** The same verdict with one more reason, if there is one. */
export function withViolations<T extends Verdict>(verdict: T, ...reasons: (string | null)[]): T {
  const all = [...reasons, verdict.violation].filter((reason) => reason !== null);
  return { ...verdict, violation: all.length > 0 ? all.join('; ') : null };
}
