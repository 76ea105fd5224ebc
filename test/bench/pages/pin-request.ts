import { zApiPin } from '../../simulator/documented-requests.ts';

/** The chat of all messages of the bench. */
export const phone = '5511987654321';

/** Returns the documented request to Z-API that pins a message, for `fetch`. */
export function pinRequest(messageId: string) {
  const { path, method, headers } = zApiPin;
  const body = { phone, messageId, messageAction: 'pin', pinMessageDuration: '24_hours' };
  return { url: `https://api.z-api.io${path}`, init: { method, headers, body: JSON.stringify(body) } };
}
