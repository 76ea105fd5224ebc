import { isFilledIn } from '../pins/plan/chat-source';
import type { PinRequest } from '../pins/queue/request';
import type { RequestView } from '../pins/queue/request-view';
import { now } from '../platform/clock';
import { type Failure, failure, isSharedReason } from '../providers/contract/outcome';
import type { ProviderView } from '../providers/contract/provider-view';
import { chatWithReason } from './chat-name';
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

/** Describes the state of a request, and claims no more than is known. */
export function describeRequest(request: PinRequest, provider: ProviderView): Sentence {
  const { accountName, action, address, chatFrom, outcome, state } = request;
  if (outcome && state === 'cancelled' && request.mayBeDone) {
    // An earlier try may have arrived, and cancelling does not take that back.
    return describeFailure(outcome.kind === 'unknown' ? outcome : failure('unknown', 'earlier'), {
      accountName,
      provider,
    });
  }
  const showsOutcome = state === 'settled' || state === 'waiting' || state === 'queued';
  if (!outcome || !showsOutcome) return [keyOf('request', state, action), accountName];
  if (outcome.kind !== 'accepted') return describeFailure(outcome, { accountName, provider });
  // A chat that was filled in is named, so that the user can notice a wrong one.
  const chat = isFilledIn(chatFrom) ? chatWithReason(address.chat, chatFrom) : null;
  if (chat !== null) return [keyOf('request', 'accepted_in', action), provider.label, accountName, chat];
  return [keyOf('request', 'accepted', action), provider.label, accountName];
}
