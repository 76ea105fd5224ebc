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

/** A request as it was received; the path is still percent-encoded. */
export interface ProviderCall {
  method: string;
  path: string;
  segments: string[];
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  text: string;
}

/** The answer of a provider; a body that is an object is sent as JSON. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | object;
}

/** The verdict on a request: its violation of the documentation, if any, and its answer, which is made only when it is sent. */
export interface Verdict {
  violation: string | null;
  answer: () => Answer;
}

/** A verdict with its route, and with the headers of every answer, also of a fault. */
export interface Examined extends Verdict {
  route: RouteName;
  headers: (rate: RateReading | null) => Record<string, string>;
}

/** One simulated provider: its host and paths, and how it examines a call. */
export interface SimulatedProvider {
  name: ProviderName;
  host: string;
  prefix: string;
  overLimit: Answer;
  secretsOf: (call: ProviderCall) => (string | undefined)[];
  examine: (call: ProviderCall) => Examined;
}

/** Accepts a request that is as documented; its answer is made, and has its effect, when it is sent. */
export const accept = (answer: () => Answer): Verdict => ({ violation: null, answer });

/** Refuses a request that is as documented, for example for a wrong credential or an unknown message. */
export const refuse = (answer: Answer): Verdict => ({ violation: null, answer: () => answer });

/** Refuses a request that violates the documentation. */
export const violate = (violation: string, answer: Answer): Verdict => ({ violation, answer: () => answer });

/** Adds violations to a verdict; null is none. */
export function withViolations<T extends Verdict>(verdict: T, ...reasons: (string | null)[]): T {
  const all = [...reasons, verdict.violation].filter((reason) => reason !== null);
  return { ...verdict, violation: all.length > 0 ? all.join('; ') : null };
}
