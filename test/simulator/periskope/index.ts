import { randomUUID } from 'node:crypto';
import { type PeriskopePhone, periskopeOrgId } from '../demo-accounts.ts';
import type { ExtraChats } from '../extra-chats.ts';
import type { Pins } from '../pins.ts';
import {
  type ProviderCall,
  type RouteName,
  type SimulatedProvider,
  type Verdict,
  violate,
  withViolations,
} from '../provider.ts';
import type { RateReading, RateWindow } from '../rate-window.ts';
import { unknownQuery } from '../request-rules.ts';
import { admitPhone, phoneNamed, refuseKey } from './access.ts';
import { cannot, tooManyRequests } from './answers.ts';
import { listChats } from './chats.ts';
import { chatMessages, oneMessage } from './messages.ts';
import { pagingQuery } from './paging.ts';
import { allPhones, onePhone } from './phones.ts';
import { pinMessage } from './pin.ts';

/** The state that calls read and change. */
interface ProviderState {
  pins: Pins;
  extraChats: ExtraChats;
}

interface Endpoint {
  path: RegExp;
  name: RouteName;
  method: 'GET' | 'POST';
  query: readonly string[];
  read: (call: ProviderCall, state: ProviderState) => Verdict;
}

type ReadWithPhone = (call: ProviderCall, phone: PeriskopePhone, state: ProviderState) => Verdict;

const withPhone =
  (read: ReadWithPhone): Endpoint['read'] =>
  (call, state) => {
    const admitted = admitPhone(call);
    return 'answer' in admitted ? admitted : read(call, admitted, state);
  };

const phoneItself: ReadWithPhone = (_, phone) => onePhone(phone);
const pin: ReadWithPhone = (call, phone, { pins }) => pinMessage(call, phone, pins);
const chats: ReadWithPhone = (call, phone, { pins, extraChats }) => listChats(call, phone, pins, extraChats);

const chatsQuery = [...pagingQuery, 'chat_type', 'start_time', 'end_time', 'label'];

const endpoints: readonly Endpoint[] = [
  { path: /^\/v1\/message\/[^/]+\/pin$/, name: 'pin', method: 'POST', query: [], read: withPhone(pin) },
  { path: /^\/v1\/phones$/, name: 'phones', method: 'GET', query: [], read: withPhone(phoneItself) },
  { path: /^\/v1\/phones\/all$/, name: 'all-phones', method: 'GET', query: [], read: allPhones },
  { path: /^\/v1\/chats$/, name: 'chats', method: 'GET', query: chatsQuery, read: withPhone(chats) },
  {
    path: /^\/v1\/chats\/[^/]+\/messages$/,
    name: 'messages',
    method: 'GET',
    query: pagingQuery,
    read: withPhone(chatMessages),
  },
  { path: /^\/v1\/message\/[^/]+$/, name: 'message', method: 'GET', query: [], read: withPhone(oneMessage) },
];

function examineEndpoint(call: ProviderCall, endpoint: Endpoint | undefined, state: ProviderState): Verdict {
  if (endpoint === undefined) return violate('no such endpoint', cannot(call.method, call.path));
  if (call.method !== endpoint.method) {
    return violate(`the method is ${endpoint.method}`, cannot(call.method, call.path));
  }
  return withViolations(refuseKey(call) ?? endpoint.read(call, state), unknownQuery(call, endpoint.query));
}

/** Returns the headers of every answer [DOC Pin Message, 204]; the ids of org and phone only if they are known [INF]. */
const answerHeaders = (call: ProviderCall, rate: RateReading): Record<string, string> => {
  const phone = phoneNamed(call);
  return {
    'X-Powered-By': 'Express',
    'Access-Control-Allow-Origin': '*',
    'X-RateLimit-Limit': String(rate.limit),
    'X-RateLimit-Remaining': String(rate.remaining),
    'X-RateLimit-Reset': String(Math.ceil(rate.resetAt / 1000)),
    'x-periskope-trace-id': randomUUID(),
    ...(refuseKey(call) === null && { 'x-periskope-org-id': periskopeOrgId }),
    ...(phone !== undefined && { 'x-periskope-phone-id': phone.phoneId }),
  };
};

/** Creates Periskope under `/v1/…` (docs/providers.md, Periskope). The sample window only counts: calls are refused by faults. */
export function createPeriskope(pins: Pins, extraChats: ExtraChats, sampleWindow: RateWindow): SimulatedProvider {
  return {
    name: 'periskope',
    host: 'api.periskope.app',
    prefix: '/v1/',
    overLimit: tooManyRequests,
    secretsOf: ({ headers }) => [headers.authorization?.split(' ').at(-1)],
    examine(call) {
      const endpoint = endpoints.find(({ path }) => path.test(call.path));
      return {
        ...examineEndpoint(call, endpoint, { pins, extraChats }),
        route: endpoint?.name ?? 'unknown',
        headers: (rate) => answerHeaders(call, rate ?? sampleWindow.take()),
      };
    },
  };
}
