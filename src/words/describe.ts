import type { RequestView } from '../pins/queue/request-view';
import { now } from '../platform/clock';
import { type Failure, isSharedReason } from '../providers/contract/outcome';
import type { ProviderView } from '../providers/contract/provider-view';
import { describeTime } from './describe-time';
import { keyOf, type Sentence } from './t';

/** The account that a failure happened in, and its provider. */
export interface FailureContext {
  accountName: string;
  provider: ProviderView;
}

/**
 * Describes a failure: what happened, in which account, and what to do next. A reason that only one provider has is
 * described by a sentence of that provider. Every sentence may use the account's name ($1), the provider's name ($2) and
 * its host ($3).
 */
export function describeFailure(outcome: Failure, { accountName, provider }: FailureContext): Sentence {
  const { kind, reason } = outcome;
  const key = isSharedReason(outcome) ? keyOf('outcome', kind, reason) : keyOf(provider.id, kind, reason);
  return [key, accountName, provider.label, provider.host];
}

/**
 * Describes why a request waits, and until when; null if it does not wait. Every sentence may use the account's name ($1),
 * the provider's name ($2) and the time ($3).
 */
export function describeWait({
  wait,
  accountName,
  provider,
}: Pick<RequestView, 'wait' | 'accountName' | 'provider'>): Sentence | null {
  if (!wait) return null;
  return [keyOf('wait', wait.reason), accountName, provider.label, wait.until === null ? '' : timeInWords(wait.until)];
}

/** Writes a future time (unix ms), rounded up to the minute so that it is never too early. */
export const timeInWords = (ms: number): string => describeTime(Math.ceil(ms / minuteMs) * minuteMs, now());

const minuteMs = 60_000;
