import type { PinRequest } from './pin-request';

/** The wish that takes this one back. */
export const opposite = <T extends Pick<PinRequest, 'action'>>(wish: T): T => ({
  ...wish,
  action: wish.action === 'pin' ? 'unpin' : 'pin',
});
