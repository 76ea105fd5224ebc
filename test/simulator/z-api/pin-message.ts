import * as v from 'valibot';
import { readZApiPhone } from '../chat-spellings.ts';
import type { ZApiInstance } from '../demo-accounts.ts';
import type { Pins } from '../pins.ts';
import { accept, type ProviderCall, type Verdict, violate } from '../provider.ts';
import { inOneLine, readBody, saysJson } from '../request-rules.ts';
import { badRequest, pinAccepted, unsupportedMediaType } from './answers.ts';

const days = { '24_hours': 1, '7_days': 7, '30_days': 30 };

/**
 * The body of `POST pin-message` [DOC Pin / Unpin messages]: four required attributes, the duration also with unpin.
 * That a bare id is letters and digits only is [INF]; it keeps serialized keys and queue ids out.
 */
const pinMessageBody = v.strictObject({
  phone: v.pipe(
    v.string(),
    v.check((phone) => readZApiPhone(phone) !== null, 'not a phone or group as Z-API spells it'),
  ),
  messageId: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]+$/, 'not a bare message id')),
  messageAction: v.picklist(['pin', 'unpin']),
  pinMessageDuration: v.picklist(['24_hours', '7_days', '30_days']),
});

/**
 * `POST pin-message` [DOC]. With no phone connected the request is queued [DOC Queue; that pins use it is INF]: accepted,
 * and nothing is pinned. Any well-formed message is accepted: Z-API reports failures by webhook only.
 */
export function pinMessage(call: ProviderCall, instance: ZApiInstance, pins: Pins): Verdict {
  if (!saysJson(call)) return violate('the Content-Type is not application/json', unsupportedMediaType);
  const body = readBody(call, pinMessageBody);
  if (!body.ok) return violate(inOneLine(body.wrong), badRequest(inOneLine(body.wrong)));
  const { phone, messageId, messageAction, pinMessageDuration } = body.value;
  return accept(() => {
    const target = {
      provider: 'z-api' as const,
      account: instance.instanceId,
      chat: readZApiPhone(phone) ?? phone,
      messageId,
    };
    if (instance.connected && messageAction === 'pin') pins.pin(target, days[pinMessageDuration]);
    if (instance.connected && messageAction === 'unpin') pins.unpin(target);
    return pinAccepted();
  });
}
