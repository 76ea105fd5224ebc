import { isFilledIn } from '../pins/plan/chat-source';
import type { PinRequest } from '../pins/queue/request';
import type { RequestView } from '../pins/queue/request-view';
import { now } from '../platform/clock';
import { type Failure, failure, isSharedReason } from '../providers/contract/outcome';
import type { ProviderView } from '../providers/contract/provider-view';
import { chatWithReason } from './chat-name';
import { describeTime } from './describe-time';
import { keyOf, type Sentence } from './t';

/** The account that a failure belongs to, and its provider. */
export interface FailureContext {
  accountName: string;
  provider: ProviderView;
}

/**
 * A failure as a sentence: what happened, in which account, what to do next.
 * Every sentence may use the account's name ($1), the provider ($2) and its host ($3).
 */
export function describeFailure(outcome: Failure, { accountName, provider }: FailureContext): Sentence {
  const { kind, reason } = outcome;
  const key = isSharedReason(outcome) ? keyOf('outcome', kind, reason) : keyOf(provider.id, kind, reason);
  return [key, accountName, provider.label, provider.host];
}

/** Why a request waits, and until when; null where it does not. May use the account's name, the provider and the time ($3). */
export function describeWait({
  wait,
  accountName,
  provider,
}: Pick<RequestView, 'wait' | 'accountName' | 'provider'>): Sentence | null {
  if (!wait) return null;
  return [keyOf('wait', wait.why), accountName, provider.label, wait.until === null ? '' : timeInWords(wait.until)];
}

/** A time to come (unix ms), to the minute and never too early; with its day where that is not today's. */
export const timeInWords = (ms: number): string => describeTime(Math.ceil(ms / minuteMs) * minuteMs, now());

const minuteMs = 60_000;

/** Where a request stands, as a sentence that claims no more than is known. */
export function describeRequest(request: PinRequest, provider: ProviderView): Sentence {
  const { accountName, action, address, chatFrom, outcome, state } = request;
  if (outcome && state === 'cancelled' && request.mayBeDone) {
    // Nothing was taken back of what may have arrived.
    return describeFailure(outcome.kind === 'unknown' ? outcome : failure('unknown', 'earlier'), {
      accountName,
      provider,
    });
  }
  const isTold = state === 'settled' || state === 'waiting' || state === 'queued';
  if (!outcome || !isTold) return [keyOf('request', state, action), accountName];
  if (outcome.kind !== 'accepted') return describeFailure(outcome, { accountName, provider });
  // What nobody has said is said here.
  const chat = isFilledIn(chatFrom) ? chatWithReason(address.chat, chatFrom) : null;
  if (chat !== null) return [keyOf('request', 'accepted_in', action), provider.label, accountName, chat];
  return [keyOf('request', 'accepted', action), provider.label, accountName];
}
