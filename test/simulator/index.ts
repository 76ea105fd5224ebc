import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { makeCertificate } from './certificate.ts';
import { createChanges } from './changes.ts';
import { createControl } from './control.ts';
import { createCrowd } from './crowd.ts';
import { type DemoCredentials, demoCredentials } from './demo-accounts.ts';
import type { Fault } from './fault.ts';
import { createFaultQueue } from './fault-queue.ts';
import { createPages } from './pages.ts';
import { createPeriskope } from './periskope/index.ts';
import { createPins, type Pinned } from './pins.ts';
import { providerOf, takeProviderCall } from './provider-endpoint.ts';
import { createRateWindow } from './rate-window.ts';
import { createReceivedLog, type ReceivedRequest } from './received.ts';
import { closeAtOnce, listen } from './servers.ts';
import { createWaitingRoom } from './waiting-room.ts';
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
  /** What is pinned now. */
  pins: () => Pinned[];
  /** The first request that satisfies the predicate, received already or still to come within `timeoutMs`. */
  waitFor: (predicate: (request: ReceivedRequest) => boolean, timeoutMs?: number) => Promise<ReceivedRequest>;
  /** Adds a fault; the first one pushed that matches hits a call. */
  misbehave: (fault: Fault) => void;
  /** Drops all faults; what hangs is answered now. */
  behave: () => void;
  /** Puts that many more chats into the lists of every account. */
  crowd: (count: number) => void;
  /** Forgets faults, requests, pins, rate windows and the crowd; what hangs is closed. */
  reset: () => void;
  close: () => Promise<void>;
}

/** Starts the simulator on 127.0.0.1; port 0, the default, takes any free port. */
export async function startSimulator({ port = 0, tlsPort = 0 } = {}): Promise<Simulator> {
  const changes = createChanges();
  const pins = createPins(() => changes.emit('pins'));
  const received = createReceivedLog((request) => changes.emit('request', request));
  const crowd = createCrowd();
  const faults = createFaultQueue();
  const waitingRoom = createWaitingRoom();
  const sampleWindow = createRateWindow(10, 2000);
  const providers = [createZApi(pins, crowd), createPeriskope(pins, crowd, sampleWindow)];

  const controlled = {
    received: received.list,
    pins: pins.list,
    misbehave: faults.push,
    crowd: crowd.fill,
    behave() {
      faults.clear();
      waitingRoom.release();
    },
    reset() {
      faults.clear();
      waitingRoom.drop();
      received.clear();
      sampleWindow.clear();
      pins.clear();
      crowd.fill(0);
      changes.emit('reset');
    },
  };

  const app = new Hono().route('/', createPages()).route('/_simulator', createControl(controlled, changes));
  const servePages = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const serve = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const provider = providerOf(providers, incoming);
    if (provider === undefined) return servePages(incoming, outgoing);
    return takeProviderCall({ received, faults, waitingRoom }, provider, incoming, outgoing).catch((error) => {
      // A caller that goes away while its body is read leaves nothing to answer; any other failure is a defect here.
      if (incoming.complete) console.error(error);
      outgoing.destroy();
    });
  };

  const { spki, ...certificate } = await makeCertificate();
  const server = createServer(serve);
  const tlsServer = createTlsServer(certificate, serve);
  const close = async () => {
    waitingRoom.drop();
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
