import { keyOf, type Words } from '../platform/words';
import type { Failure } from '../providers/contract/outcome';
import type { ProviderView } from '../providers/contract/view';
import type { PinRequest } from './pin-request';

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

/** Where a request stands, as a sentence that claims no more than is known. */
export function describeRequest(request: PinRequest, at: ProviderView): Words {
  const { accountName, action, outcome, state } = request;
  const isTold = state === 'settled' || state === 'waiting' || state === 'queued';
  if (!outcome || !isTold) return [keyOf('request', state, action), accountName];
  if (outcome.kind !== 'accepted') return describeFailure(outcome, { accountName, at });
  return [keyOf('request', 'accepted', action), at.label, accountName];
}
