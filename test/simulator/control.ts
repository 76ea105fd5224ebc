import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import * as v from 'valibot';
import type { Changes } from './changes.ts';
import { periskopePhones, zApiInstances } from './demo-accounts.ts';
import { chatsOf } from './demo-chats.ts';
import { faultSchema } from './fault.ts';
import type { Simulator } from './index.ts';

const accounts = [
  ...zApiInstances.map(({ instanceId, name, number }) => ({
    provider: 'z-api',
    account: instanceId,
    name,
    number,
    chats: chatsOf(number),
  })),
  ...periskopePhones.map(({ number, name }) => ({
    provider: 'periskope',
    account: number,
    name: `Demo Periskope, ${name}`,
    number,
    chats: chatsOf(number),
  })),
];

type Controlled = Pick<Simulator, 'received' | 'pins' | 'misbehave' | 'behave' | 'setExtraChats' | 'reset'>;

/** Creates the simulator's own routes under `/_simulator`, for scripts in other processes and for the live page. */
export function createControl(simulator: Controlled, changes: Changes): Hono {
  const state = () => ({ accounts, received: simulator.received, pins: simulator.pins() });

  return new Hono()
    .post('/misbehave', async (c) => {
      const fault = v.safeParse(faultSchema, await c.req.json().catch(() => null));
      if (!fault.success) return c.json(v.flatten(fault.issues), 400);
      simulator.misbehave(fault.output);
      return c.body(null, 204);
    })
    .post('/behave', (c) => {
      simulator.behave();
      return c.body(null, 204);
    })
    .post('/extra-chats', async (c) => {
      const count = v.safeParse(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)), await c.req.json());
      if (!count.success) return c.json(v.flatten(count.issues), 400);
      simulator.setExtraChats(count.output);
      return c.body(null, 204);
    })
    .post('/reset', (c) => {
      simulator.reset();
      return c.body(null, 204);
    })
    .get('/state', (c) => c.json(state()))
    .get('/events', (c) =>
      streamSSE(c, async (stream) => {
        const tell = (event: string, value: unknown) => stream.writeSSE({ event, data: JSON.stringify(value) });
        const tellPins = () => tell('pins', simulator.pins());
        const tellRequest = (request: unknown) => tell('request', request);
        const tellState = () => tell('state', state());
        changes.on('pins', tellPins).on('request', tellRequest).on('reset', tellState);
        await tellState();
        await new Promise<void>((resolve) => stream.onAbort(resolve));
        changes.off('pins', tellPins).off('request', tellRequest).off('reset', tellState);
      }),
    );
}
