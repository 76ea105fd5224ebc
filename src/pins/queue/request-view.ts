import { type ProviderView, providerOf, viewOfProvider } from '../../providers';
import type { UndoOffer } from '../board/way-back';
import { bareId } from '../plan/known-chats';
import type { GateReason } from './account-gate';
import type { PinRequest } from './request';

/**
 * Why a request waits: for its account, the network, a run that is paused or not started, or another try, which may be
 * under way `now`.
 */
export const waits = ['again', 'now', 'paused', 'loading', 'offline'] as const;
export interface Wait {
  why: GateReason | (typeof waits)[number];
  /** Unix ms; null where no time is known. */
  until: number | null;
}

/** A request as the screens show it. */
export interface RequestView extends PinRequest {
  provider: ProviderView;
  /** The id inside the message's whole key. */
  bareId: string;
  wait: Wait | null;
  /** Until when the pin that it made lasts, unix ms; null where that is not known or no longer so. */
  pinnedUntil: number | null;
  wayBack: UndoOffer | null;
}

export const viewOfRequest = (
  request: PinRequest,
  wait: Wait | null = null,
  pin: Pick<RequestView, 'pinnedUntil' | 'wayBack'> = { pinnedUntil: null, wayBack: null },
): RequestView => ({
  ...request,
  provider: viewOfProvider(providerOf(request.providerId)),
  bareId: bareId(request.address.messageId),
  wait,
  ...pin,
});
