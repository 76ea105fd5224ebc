import { type ProviderView, provider, viewOfProvider } from '../providers';
import { bareId } from './known-chats';
import type { PinRequest } from './pin-request';

/** A request as the screens show it. */
export interface RequestView extends PinRequest {
  at: ProviderView;
  /** The id inside the message's whole key. */
  bareId: string;
}

export const viewOfRequest = (request: PinRequest): RequestView => ({
  ...request,
  at: viewOfProvider(provider(request.provider)),
  bareId: bareId(request.address.messageId),
});
