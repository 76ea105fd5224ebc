import { demoCredentials } from '../../simulator/demo-accounts.ts';
import type { ReceivedRequest } from '../../simulator/index.ts';

/** The headers that Chromium adds to a call by itself. */
const ofTheBrowser =
  /^(host|connection|content-length|pragma|cache-control|user-agent|accept|accept-.*|sec-.*|origin|priority|dnt)$/;

/** Returns a call as the extension made it: without the browser's headers, and without the answer. */
export function asSent({ method, path, headers, body }: ReceivedRequest) {
  const own = Object.entries(headers).filter(([name]) => !ofTheBrowser.test(name));
  return { method, path, headers: Object.fromEntries(own), body };
}

interface ZApiBody {
  phone: string;
  messageId: string;
  messageAction: 'pin' | 'unpin';
  pinMessageDuration: '24_hours' | '7_days' | '30_days';
}

/** Returns the documented call to Z-API for the demo account, with its secrets masked. */
export const zApiCall = (body: ZApiBody, instanceId = demoCredentials.zApi.instanceId) => ({
  method: 'POST',
  path: `/instances/${instanceId}/token/***/pin-message`,
  headers: { 'content-type': 'application/json', 'client-token': '***' },
  body,
});

/** Returns the documented call to Periskope for the demo account, with its secrets masked. */
export const periskopeCall = (messageId: string, body: { pin: true; time: 1 | 7 | 30 } | { pin: false }) => ({
  method: 'POST',
  path: `/v1/message/${encodeURIComponent(messageId)}/pin`,
  headers: {
    'content-type': 'application/json',
    authorization: 'Bearer ***',
    'x-phone': demoCredentials.periskope.phone,
  },
  body,
});

/** Returns the calls that pin or unpin, in the order of their arrival. */
export const pinCalls = (received: readonly ReceivedRequest[]) => received.filter(({ route }) => route === 'pin');
