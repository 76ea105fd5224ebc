import type { ZApiInstance } from '../demo-accounts.ts';
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
import { unknownQuery } from '../request-rules.ts';
import { admit } from './access.ts';
import { methodNotAllowed, noSuchEndpoint } from './answers.ts';
import { listChats, listGroups } from './chats.ts';
import { instanceDevice, instanceStatus } from './instance.ts';
import { pinMessage } from './pin-message.ts';

/** The state that calls read and change. */
interface ProviderState {
  pins: Pins;
  extraChats: ExtraChats;
}

interface Endpoint {
  path: string;
  name: RouteName;
  method: 'GET' | 'POST';
  query: readonly string[];
  read: (call: ProviderCall, instance: ZApiInstance, state: ProviderState) => Verdict;
}

const endpoints: readonly Endpoint[] = [
  {
    path: 'pin-message',
    name: 'pin',
    method: 'POST',
    query: [],
    read: (call, instance, { pins }) => pinMessage(call, instance, pins),
  },
  { path: 'status', name: 'status', method: 'GET', query: [], read: (_, instance) => instanceStatus(instance) },
  { path: 'device', name: 'device', method: 'GET', query: [], read: (_, instance) => instanceDevice(instance) },
  {
    path: 'chats',
    name: 'chats',
    method: 'GET',
    query: ['page', 'pageSize'],
    read: (call, instance, { extraChats }) => listChats(call, instance, extraChats),
  },
  {
    path: 'groups',
    name: 'groups',
    method: 'GET',
    query: ['page', 'pageSize'],
    read: (call, instance, { extraChats }) => listGroups(call, instance, extraChats),
  },
];

function examineEndpoint(call: ProviderCall, endpoint: Endpoint | undefined, state: ProviderState): Verdict {
  const [instances, , token] = call.segments;
  if (endpoint === undefined || instances !== 'instances' || token !== 'token') {
    return violate('no such endpoint', noSuchEndpoint);
  }
  if (call.method !== endpoint.method) return violate(`the method is ${endpoint.method}`, methodNotAllowed);
  const admitted = admit(call);
  const verdict = 'answer' in admitted ? admitted : endpoint.read(call, admitted, state);
  return withViolations(verdict, unknownQuery(call, endpoint.query));
}

/**
 * Creates Z-API under `/instances/{instance}/token/{token}/…` (docs/providers.md, Z-API). It documents no rate limit and no
 * rate-limit headers; the body of a 429 is [INF].
 */
export function createZApi(pins: Pins, extraChats: ExtraChats): SimulatedProvider {
  return {
    name: 'z-api',
    host: 'api.z-api.io',
    prefix: '/instances/',
    overLimit: { status: 429, body: { error: 'TOO_MANY_REQUESTS' } },
    secretsOf: ({ segments, headers }) => [segments[3], String(headers['client-token'] ?? '')],
    examine(call) {
      const endpoint = endpoints.find(({ path }) => path === call.segments.slice(4).join('/'));
      const verdict = examineEndpoint(call, endpoint, { pins, extraChats });
      return { ...verdict, route: endpoint?.name ?? 'unknown', headers: () => ({}) };
    },
  };
}
