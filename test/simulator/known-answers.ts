import type { Fault } from './fault.ts';

/** Answers that were seen or documented, but that no request to the simulator causes; as faults (docs/providers.md, Z-API). */
export const knownAnswers = {
  /** [DOC] the body; the status is [INF]. */
  zApiIpNotAllowed: {
    kind: 'status',
    status: 403,
    body: { error: '[IP request] not allowed' },
    on: { provider: 'z-api' },
  },
  /** [3P] the other answer to a missing Client-Token. */
  zApiClientTokenNotConfigured: {
    kind: 'status',
    status: 400,
    body: { error: 'your client-token is not configured' },
    on: { provider: 'z-api' },
  },
  /** [3P] failures inside a 200. */
  zApiNotFoundInside200: {
    kind: 'body',
    body: { error: 'NOT_FOUND', message: 'Unable to find matching target resource method' },
    on: { provider: 'z-api', route: 'pin' },
  },
  zApiValueFalse: { kind: 'body', body: { value: false }, on: { provider: 'z-api', route: 'pin' } },
} as const satisfies Record<string, Fault>;
