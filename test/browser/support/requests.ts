import { demoCredentials } from '../../simulator/demo-accounts.ts';
import type { ReceivedRequest } from '../../simulator/index.ts';

/** What Chromium adds to a call by itself. */
const ofTheBrowser =
  /^(host|connection|content-length|pragma|cache-control|user-agent|accept|accept-.*|sec-.*|origin|priority|dnt)$/;

/** A call as its sender made it: without the headers of the browser, and without what came of it. */
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

/** The documented call to Z-API for the demo account, its secrets masked by the simulator. */
export const zApiCall = (body: ZApiBody, instanceId = demoCredentials.zApi.instanceId) => ({
  method: 'POST',
  path: `/instances/${instanceId}/token/***/pin-message`,
  headers: { 'content-type': 'application/json', 'client-token': '***' },
  body,
});

/** The documented call to Periskope for the demo account, its secrets masked by the simulator. */
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

/** The calls that pinned or unpinned, in the order of their arrival. */
export const pinCalls = (received: readonly ReceivedRequest[]) => received.filter(({ route }) => route === 'pin');
