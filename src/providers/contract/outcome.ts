/**
 * The reasons, by kind, for which any provider may not accept a call. Each has a sentence `outcome_<kind>_<reason>`
 * in `_locales`. A record adds its own reasons for `unauthorized` (`Provider.unauthorizedReasons`).
 */
export const reasons = {
  /** The provider refused this request, and would refuse it again. */
  rejected: ['not-found', 'not-listed', 'invalid', 'refused', 'method', 'media-type'],
  /**
   * The provider refused the account. `characters` is the exception: the credentials hold a character that HTTP cannot
   * carry, so nothing was sent.
   */
  unauthorized: ['ip', 'forbidden', 'subscription', 'characters'],
  'rate-limited': ['limit'],
  /** The request was not carried out, and may succeed later. */
  unavailable: ['server', 'busy', 'redirect', 'disconnected', 'offline', 'permission', 'account', 'storage'],
  /**
   * Nobody can tell whether the request was carried out. `undocumented`: the provider reports a success that its
   * documents do not describe, and would report it again. `earlier`: an earlier try got no answer, and the last one
   * failed for good.
   */
  unknown: ['timeout', 'connection', 'interrupted', 'unreadable', 'undocumented', 'earlier'],
} as const;

export type FailureKind = keyof typeof reasons;
type Reason<Kind extends FailureKind> = Kind extends 'unauthorized' ? string : (typeof reasons)[Kind][number];

/** The parts of a failed answer that people are shown beside the reason. */
export interface FailureDetails {
  /** The HTTP status; null where no answer came. */
  status: number | null;
  /** The provider's own text, without secrets. */
  detail: string | null;
  /** The provider's id of the request, for its support. */
  trace: string | null;
}

/** `until`: when the provider wants to be asked again, unix ms by our clock; null where the provider did not say. */
export type Failure = {
  [Kind in FailureKind]: { kind: Kind; reason: Reason<Kind>; until: number | null } & FailureDetails;
}[FailureKind];

/** The closed set that a provider's answer to a pin or unpin is read into. */
export type Outcome = { kind: 'accepted'; receipt: Receipt | null } | Failure;

/** The provider's proof that it accepted the request, under the provider's own name for it (`zaapId …`). */
export interface Receipt {
  name: string;
  value: string;
}

/** Makes a failure; the details that are not given are null. */
export function failure<Kind extends FailureKind>(
  kind: Kind,
  reason: Reason<Kind>,
  details: Partial<FailureDetails & { until: number | null }> = {},
): Failure {
  return { kind, reason, until: null, status: null, detail: null, trace: null, ...details } as Failure;
}

/** Tells whether every provider may give this reason, so that all providers share its sentence. */
export const isSharedReason = ({ kind, reason }: Failure): boolean =>
  (reasons[kind] as readonly string[]).includes(reason);
