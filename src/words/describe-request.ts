import { isFilledIn } from '../pins/plan/chat-source';
import type { PinRequest } from '../pins/queue/request';
import { failure } from '../providers/contract/outcome';
import type { ProviderView } from '../providers/contract/provider-view';
import { chatWithReason } from './chat-name';
import { describeFailure } from './describe';
import { keyOf, type Sentence } from './t';

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
