import { type ProviderView, providerOf, viewOfProvider } from '../../providers';
import type { UndoOffer } from '../board/undo-offer';
import { bareId } from '../plan/known-chats';
import type { GateReason } from './account-gate';
import type { PinRequest } from './request';

/**
 * Reasons to wait besides those of an account gate: the next try after a failure (`again`, or `now` where it is due or
 * under way), a run that is paused or still loading, and the network.
 */
export const waits = ['again', 'now', 'paused', 'loading', 'offline'] as const;
export interface Wait {
  reason: GateReason | (typeof waits)[number];
  /** Unix ms; null where no time is known. */
  until: number | null;
}

/** A request as the screens show it. */
export interface RequestView extends PinRequest {
  provider: ProviderView;
  /** The id of the message without the rest of its key. */
  bareId: string;
  wait: Wait | null;
  /** When the pin that this request made ends, in unix ms; null if it made none or that pin has changed since. */
  pinnedUntil: number | null;
  undoOffer: UndoOffer | null;
}

export const viewOfRequest = (
  request: PinRequest,
  wait: Wait | null = null,
  pin: Pick<RequestView, 'pinnedUntil' | 'undoOffer'> = { pinnedUntil: null, undoOffer: null },
): RequestView => ({
  ...request,
  provider: viewOfProvider(providerOf(request.providerId)),
  bareId: bareId(request.address.messageId),
  wait,
  ...pin,
});
