import { demoCredentials } from './demo-accounts.ts';

/** A request exactly as documented, for a test to send as it is or with one change. */
export interface DocumentedRequest {
  path: string;
  method: string;
  headers: Record<string, string>;
  body?: string | object;
}

const { zApi, periskope } = demoCredentials;

export const keyOfAsha = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';

export const zApiPath = (endpoint: string, { instanceId, instanceToken } = zApi): string =>
  `/instances/${instanceId}/token/${instanceToken}/${endpoint}`;

export const zApiPin: DocumentedRequest = {
  path: zApiPath('pin-message'),
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Client-Token': zApi.clientToken },
  body: {
    phone: '5511987654321',
    messageId: '3EB0C431C26A1916E07E9A',
    messageAction: 'pin',
    pinMessageDuration: '7_days',
  },
};

export const zApiGet = (endpoint: string): DocumentedRequest => ({
  path: zApiPath(endpoint),
  method: 'GET',
  headers: { 'Client-Token': zApi.clientToken },
});

const periskopeHeaders = { Authorization: `Bearer ${periskope.apiKey}`, 'x-phone': periskope.phone };

export const periskopePinPath = (id: string): string => `/v1/message/${encodeURIComponent(id)}/pin`;

export const periskopePin: DocumentedRequest = {
  path: periskopePinPath(keyOfAsha),
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...periskopeHeaders },
  body: { pin: true, time: 7 },
};

export const periskopeGet = (path: string): DocumentedRequest => ({
  path: `/v1/${path}`,
  method: 'GET',
  headers: periskopeHeaders,
});

/** Returns the request with other values in its body; a value that is undefined removes its key. */
export const withBody = (request: DocumentedRequest, body: Record<string, unknown>): DocumentedRequest => ({
  ...request,
  body: { ...Object(request.body), ...body },
});

/** Returns the request with other headers; a value that is undefined removes its header. */
export function withHeaders(
  request: DocumentedRequest,
  headers: Record<string, string | undefined>,
): DocumentedRequest {
  const merged = Object.entries({ ...request.headers, ...headers }).filter(([, value]) => value !== undefined);
  return { ...request, headers: Object.fromEntries(merged) as Record<string, string> };
}
