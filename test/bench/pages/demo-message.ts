import { phone } from './pin-request.ts';

let count = 0;

/** Returns the id of a message that no request has named yet. */
export function newMessageId(): string {
  count += 1;
  return `3EB0${count.toString(16).toUpperCase().padStart(18, '0')}`;
}

/** Returns the whole key of a message, as a webhook names it: with it, a pin needs no other field. */
export const wholeKey = (messageId: string): string => `true_${phone}@c.us_${messageId}`;
