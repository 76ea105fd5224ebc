import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { makeCertificate } from './certificate.ts';
import { createChanges } from './changes.ts';
import { createControl } from './control.ts';
import { type DemoCredentials, demoCredentials } from './demo-accounts.ts';
import { createExtraChats } from './extra-chats.ts';
import type { Fault } from './fault.ts';
import { createFaultQueue } from './fault-queue.ts';
import { createHeldCalls } from './held-calls.ts';
import { createPages } from './pages.ts';
import { createPeriskope } from './periskope/index.ts';
import { createPins, type Pinned } from './pins.ts';
import { answerProviderCall, providerOf } from './provider-endpoint.ts';
import { createRateWindow } from './rate-window.ts';
import { createReceivedLog, type ReceivedRequest } from './received.ts';
import { closeAtOnce, listen } from './servers.ts';
import { createZApi } from './z-api/index.ts';

export type { DemoCredentials } from './demo-accounts.ts';
export type { Fault } from './fault.ts';
export { knownAnswers } from './known-answers.ts';
export type { Pinned } from './pins.ts';
export type { ReceivedRequest } from './received.ts';

/** A running simulator of both providers. */
export interface Simulator {
  /** `http://localhost:PORT`: the page for people, both providers, and the control routes. */
  url: string;
  port: number;
  tlsPort: number;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  spki: string;
  credentials: DemoCredentials;
  /** Every provider request in the order of arrival, secrets masked. */
  received: ReceivedRequest[];
  /** Preflights, and requests that are not exactly as documented. */
  violations: () => ReceivedRequest[];
  /** The messages that are pinned now. */
  pins: () => Pinned[];
  /** The first request that satisfies the predicate, received already or still to come within `timeoutMs`. */
  waitFor: (predicate: (request: ReceivedRequest) => boolean, timeoutMs?: number) => Promise<ReceivedRequest>;
  /** Adds a fault; the first one pushed that matches hits a call. */
  misbehave: (fault: Fault) => void;
  /** Removes all faults; calls that hang are answered now. */
  behave: () => void;
  /** Sets how many chats every account has beside the demo chats. */
  setExtraChats: (count: number) => void;
  /** Forgets faults, requests, pins, rate windows and extra chats; the connections of calls that hang are closed. */
  reset: () => void;
  close: () => Promise<void>;
}

/** Starts the simulator on 127.0.0.1; port 0, the default, takes any free port. */
export async function startSimulator({ port = 0, tlsPort = 0 } = {}): Promise<Simulator> {
  const changes = createChanges();
  const pins = createPins(() => changes.emit('pins'));
  const received = createReceivedLog((request) => changes.emit('request', request));
  const extraChats = createExtraChats();
  const faults = createFaultQueue();
  const heldCalls = createHeldCalls();
  const sampleWindow = createRateWindow(10, 2000);
  const providers = [createZApi(pins, extraChats), createPeriskope(pins, extraChats, sampleWindow)];

  const controlled = {
    received: received.list,
    pins: pins.list,
    misbehave: faults.push,
    setExtraChats: extraChats.setCount,
    behave() {
      faults.clear();
      heldCalls.release();
    },
    reset() {
      faults.clear();
      heldCalls.drop();
      received.clear();
      sampleWindow.clear();
      pins.clear();
      extraChats.setCount(0);
      changes.emit('reset');
    },
  };

  const app = new Hono().route('/', createPages()).route('/_simulator', createControl(controlled, changes));
  const servePages = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const serve = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const provider = providerOf(providers, incoming);
    if (provider === undefined) return servePages(incoming, outgoing);
    return answerProviderCall({ received, faults, heldCalls }, provider, incoming, outgoing).catch((error) => {
      // A caller that goes away while its body is read leaves nothing to answer; any other failure is a defect here.
      if (incoming.complete) console.error(error);
      outgoing.destroy();
    });
  };

  const { spki, ...certificate } = await makeCertificate();
  const server = createServer(serve);
  const tlsServer = createTlsServer(certificate, serve);
  const close = async () => {
    heldCalls.drop();
    await Promise.all([closeAtOnce(server), closeAtOnce(tlsServer)]);
  };

  try {
    const openPort = await listen(server, port);
    return {
      ...controlled,
      url: `http://localhost:${openPort}`,
      port: openPort,
      tlsPort: await listen(tlsServer, tlsPort),
      spki,
      credentials: demoCredentials,
      violations: () => received.list.filter(({ violation }) => violation !== null),
      waitFor: received.waitFor,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
