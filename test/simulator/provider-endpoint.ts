import type { IncomingMessage, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { FaultQueue } from './fault-queue.ts';
import type { HeldCalls } from './held-calls.ts';
import { maskHeaders, maskJson, maskPath, maskText } from './masking.ts';
import { type Answer, type ProviderCall, type SimulatedProvider, withViolations } from './provider.ts';
import type { ReceivedLog } from './received.ts';
import { transportViolations } from './request-rules.ts';
import { send, sendCutShort } from './send-answer.ts';

interface EndpointContext {
  received: ReceivedLog;
  faults: FaultQueue;
  heldCalls: HeldCalls;
}

/** Finds the provider of a request by its host, or on any other host (localhost) by its path. */
export function providerOf(
  providers: readonly SimulatedProvider[],
  { headers, url = '' }: IncomingMessage,
): SimulatedProvider | undefined {
  const host = headers.host?.split(':')[0];
  return (
    providers.find((provider) => provider.host === host) ??
    providers.find((provider) => url.startsWith(provider.prefix))
  );
}

// An extension with host permissions sends no preflight: one shows that the caller has no such permission.
const preflightAnswer: Answer = {
  status: 204,
  headers: {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': '*',
    'Access-Control-Allow-Headers': 'authorization, client-token, content-type, x-phone',
  },
};

async function readCall(incoming: IncomingMessage): Promise<ProviderCall> {
  const { method = 'GET', url = '/', headers } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const [path = '/', query = ''] = url.split('?', 2);
  const text = Buffer.concat(chunks).toString('utf8');
  return { method, path, segments: path.split('/').slice(1), query: new URLSearchParams(query), headers, text };
}

function bodyOf({ text }: ProviderCall): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Examines a provider's request, records it with its secrets masked, and answers it as documented or with a fault. */
export async function answerProviderCall(
  { received, faults, heldCalls }: EndpointContext,
  provider: SimulatedProvider,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const call = await readCall(incoming);
  const presented = provider.secretsOf(call);
  const record = (route: Parameters<ReceivedLog['arrived']>[0]['route'], violation: string | null) =>
    received.arrived({
      provider: provider.name,
      route,
      method: call.method,
      path: maskPath(incoming.url ?? '/', presented),
      headers: maskHeaders(call.headers, presented),
      body: maskJson(bodyOf(call), presented),
      violation: violation === null ? null : maskText(violation, presented),
      via: incoming.socket instanceof TLSSocket ? 'tls' : 'http',
    });

  if (call.method === 'OPTIONS') {
    const request = record('preflight', 'a preflight: the caller has no host permission');
    received.answered(request, preflightAnswer.status);
    return send(outgoing, preflightAnswer);
  }

  const examined = provider.examine(call);
  const { violation } = withViolations(examined, ...transportViolations(call, provider.name));
  const request = record(examined.route, violation);
  const { fault, rate } = faults.take(provider.name, examined.route);

  const answerWith = (answer: Answer, how = send) => {
    received.answered(request, answer.status);
    how(outgoing, { ...answer, headers: { ...examined.headers(rate), ...answer.headers } });
  };

  switch (fault?.kind) {
    case 'reset':
      incoming.socket.destroy();
      return;
    case 'status':
      return answerWith(fault);
    case 'body':
      return answerWith({ status: 200, body: fault.body });
    case 'redirect':
      return answerWith({ status: 307, headers: { Location: fault.location } });
    case 'rate-limit':
      return answerWith(provider.overLimit);
    case 'cut':
      return answerWith(examined.answer(), sendCutShort);
    case 'hang':
    case 'delay': {
      const goOn = await heldCalls.hold(fault.kind === 'delay' ? fault.ms : Number.POSITIVE_INFINITY);
      if (!goOn) incoming.socket.destroy();
      if (incoming.socket.destroyed) return;
      return answerWith(examined.answer());
    }
    default:
      return answerWith(examined.answer());
  }
}
