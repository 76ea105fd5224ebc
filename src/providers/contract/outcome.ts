/** Why a call did not end accepted, for every provider. Each kind and reason has a sentence in `_locales`. */
export const reasons = {
  /** The provider refused this request and would again. */
  rejected: ['not-found', 'not-listed', 'invalid', 'refused', 'method', 'media-type'],
  /** The provider refused the account's credentials; `characters`: they cannot be sent, so nothing was. */
  unauthorized: [
    'token',
    'client-token',
    'client-token-missing',
    'api-key',
    'phone',
    'ip',
    'forbidden',
    'subscription',
    'characters',
  ],
  'rate-limited': ['limit'],
  /** Not done, and it may work later. */
  unavailable: ['server', 'busy', 'redirect', 'disconnected', 'offline', 'permission', 'account', 'storage'],
  /**
   * Nobody can tell whether the provider did it. `undocumented`: it says that it did something, and would say so again;
   * `earlier`: at an earlier try, while the last one failed for good.
   */
  unknown: ['timeout', 'connection', 'interrupted', 'unreadable', 'undocumented', 'earlier'],
} as const;

type Reasons = typeof reasons;
export type FailureKind = keyof Reasons;

/** What a failed answer says besides its reason. `detail` is the provider's own text, without secrets. */
export interface Particulars {
  status: number | null;
  detail: string | null;
  /** The provider's id of the request, for its support. */
  trace: string | null;
}

export type Failure = {
  [Kind in FailureKind]: { kind: Kind; reason: Reasons[Kind][number]; until: number | null } & Particulars;
}[FailureKind];

/**
 * What a provider's answer to a pin or unpin is read into. `until`: unix ms by our clock, where the provider said when
 * to ask again.
 */
export type Outcome = { kind: 'accepted'; receipt: Receipt | null } | Failure;

/** The provider's proof that it took the request, under the provider's own name for it (`zaapId …`). */
export interface Receipt {
  name: string;
  value: string;
}

/** Makes a failure; what is not said is null. */
export function failure<Kind extends FailureKind>(
  kind: Kind,
  reason: Reasons[Kind][number],
  more: Partial<Particulars & { until: number | null }> = {},
): Failure {
  return { kind, reason, until: null, status: null, detail: null, trace: null, ...more } as Failure;
}
