import * as v from 'valibot';
import type { PeriskopePhone } from '../demo-accounts.ts';
import type { Pins } from '../pins.ts';
import { accept, type ProviderCall, refuse, type Verdict, violate, withViolations } from '../provider.ts';
import { inOneLine, readBody, saysJson } from '../request-rules.ts';
import { messageNotFound, phoneError, validationError } from './answers.ts';
import { readMessageInPath } from './message-in-path.ts';

/** The body of `POST message/{message_id}/pin` [DOC Pin Message]. */
const pinBody = v.strictObject({
  pin: v.boolean(),
  time: v.optional(v.picklist([1, 7, 30])),
});

// "Defaults to 30 days if not provided" [DOC].
const defaultDays = 30;

/**
 * `POST message/{message_id}/pin` [DOC]: 204 without a body. `time` with an unpin is allowed and without effect [DOC].
 * [INF]: the 422 to a wrong body, as Express reads none without a JSON Content-Type; the 404 to a message that is not
 * one; the 422 while the phone is not ready ("A connected phone is required to use the APIs" is [DOC]).
 */
export function pinMessage(call: ProviderCall, phone: PeriskopePhone, pins: Pins): Verdict {
  const { message, violation } = readMessageInPath(call.segments[2] ?? '', phone);
  return withViolations(pinRead(call, phone, pins, message), violation);
}

function pinRead(
  call: ProviderCall,
  phone: PeriskopePhone,
  pins: Pins,
  message: { chat: string; messageId: string } | null,
): Verdict {
  if (!saysJson(call)) {
    const wrong = 'the Content-Type is not application/json';
    return violate(wrong, validationError('pin is required', { pin: { message: 'pin is required' } }));
  }
  const body = readBody(call, pinBody);
  if (!body.ok) {
    const fields = Object.fromEntries([...body.wrong].map(([key, text]) => [key, { message: text }]));
    return violate(inOneLine(body.wrong), validationError(inOneLine(body.wrong), fields));
  }
  if (message === null) return refuse(messageNotFound);
  if (!phone.ready) return refuse(phoneError('Phone is not connected'));
  const { pin, time = defaultDays } = body.value;
  return accept(() => {
    const { chat, messageId } = message;
    const target = { provider: 'periskope' as const, account: phone.number, chat, messageId };
    if (pin) pins.pin(target, time);
    else pins.unpin(target);
    return { status: 204 };
  });
}
