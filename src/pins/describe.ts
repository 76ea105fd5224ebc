import { now } from '../platform/clock';
import { keyOf, type Words } from '../platform/words';
import { type Failure, failure } from '../providers/contract/outcome';
import type { ProviderView } from '../providers/contract/view';
import { chatWithReason } from './chat-name';
import { isFilledIn } from './chat-source';
import { describeTime } from './describe-time';
import type { PinRequest } from './pin-request';
import type { RequestView } from './request-view';

/** Whose failure it is. */
export interface Whose {
  accountName: string;
  at: ProviderView;
}

/**
 * A failure as a sentence: what happened, in which account, what to do next.
 * Every sentence may use the account's name ($1), the provider ($2) and its host ($3).
 */
export function describeFailure({ kind, reason }: Failure, { accountName, at }: Whose): Words {
  return [keyOf('outcome', kind, reason), accountName, at.label, at.host];
}

/** Why a request waits, and until when; null where it does not. May use the account's name, the provider and the time ($3). */
export function describeWait({
  wait,
  accountName,
  at,
}: Pick<RequestView, 'wait' | 'accountName' | 'at'>): Words | null {
  if (!wait) return null;
  return [keyOf('wait', wait.why), accountName, at.label, wait.until === null ? '' : timeInWords(wait.until)];
}

/** A time to come (unix ms), to the minute and never too early; with its day where that is not today's. */
export const timeInWords = (ms: number): string => describeTime(Math.ceil(ms / aMinute) * aMinute, now());

const aMinute = 60_000;

/** Where a request stands, as a sentence that claims no more than is known. */
export function describeRequest(request: PinRequest, at: ProviderView): Words {
  const { accountName, action, address, chatFrom, outcome, state } = request;
  if (outcome && state === 'cancelled' && request.mayBeDone) {
    // Nothing was taken back of what may have arrived.
    return describeFailure(outcome.kind === 'unknown' ? outcome : failure('unknown', 'earlier'), { accountName, at });
  }
  const isTold = state === 'settled' || state === 'waiting' || state === 'queued';
  if (!outcome || !isTold) return [keyOf('request', state, action), accountName];
  if (outcome.kind !== 'accepted') return describeFailure(outcome, { accountName, at });
  // What nobody has said is said here.
  const chat = isFilledIn(chatFrom) ? chatWithReason(address.chat, chatFrom) : null;
  if (chat !== null) return [keyOf('request', 'accepted_in', action), at.label, accountName, chat];
  return [keyOf('request', 'accepted', action), at.label, accountName];
}
