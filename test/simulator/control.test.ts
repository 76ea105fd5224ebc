import { expect, it } from 'vitest';
import { zApiPin } from './documented-requests.ts';
import { useSimulator } from './running-simulator.ts';
import { sendRaw } from './send-raw.ts';

const simulator = useSimulator();

const post = (route: string, body?: unknown) =>
  fetch(`${simulator().url}/_simulator/${route}`, { method: 'POST', body: JSON.stringify(body) });

const state = async () => (await fetch(`${simulator().url}/_simulator/state`)).json();

it('the simulator is told over HTTP to misbehave and to behave', async () => {
  expect((await post('misbehave', { kind: 'status', status: 500 })).status).toBe(204);
  expect((await sendRaw(simulator(), zApiPin)).status).toBe(500);
  expect((await post('behave')).status).toBe(204);
  expect((await sendRaw(simulator(), zApiPin)).status).toBe(200);
});

it('the control API refuses a fault that it does not know', async () => {
  const answer = await post('misbehave', { kind: 'delay', ms: 'long' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ nested: { ms: expect.any(Array) } });
});

it('the control API gives the state of the simulator, and resets it', async () => {
  await sendRaw(simulator(), zApiPin);
  expect(await state()).toMatchObject({
    received: [{ route: 'pin', status: 200 }],
    pins: [{ chat: '5511987654321@c.us' }],
  });
  await post('reset');
  expect(await state()).toMatchObject({ received: [], pins: [] });
});
