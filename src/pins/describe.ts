import { keyOf, type Words } from '../platform/words';
import { type Failure, provider } from '../providers';
import type { PinRequest } from './pin-request';

/**
 * A failure as a sentence: what happened, in which account, what to do next.
 * Every sentence may use the account's name ($1), the provider ($2) and its host ($3).
 */
export function describeFailure({ kind, reason }: Failure, of: { accountName: string; provider: string }): Words {
  const { label, origin } = provider(of.provider);
  return [keyOf('outcome', kind, reason), of.accountName, label, new URL(origin).host];
}

/** Where a request stands, as a sentence that claims no more than is known. */
export function describeRequest(request: PinRequest): Words {
  const { accountName, action, outcome } = request;
  if (!outcome) return [keyOf('request', request.state, action), accountName];
  if (outcome.kind !== 'accepted') return describeFailure(outcome, request);
  return [keyOf('request', 'accepted', action), provider(request.provider).label, accountName];
}
