import { describe, expect, it } from 'vitest';
import { periskopePin, zApiPin } from './documented-requests.ts';
import { startSimulator } from './index.ts';
import { useSimulator } from './running-simulator.ts';
import { sendRaw } from './send-raw.ts';

const simulator = useSimulator();
const pinOnly = (request: { route: string }) => request.route === 'pin';

it('the simulator answers with a status as often as it is told to, and pins nothing then', async () => {
  simulator().misbehave({
    kind: 'status',
    status: 503,
    body: 'upstream is down',
    headers: { 'Retry-After': '2' },
    times: 2,
  });
  const first = await sendRaw(simulator(), zApiPin);
  await sendRaw(simulator(), zApiPin);
  expect(first).toMatchObject({ status: 503, text: 'upstream is down', headers: { 'retry-after': '2' } });
  expect(simulator().pins()).toEqual([]);
  expect((await sendRaw(simulator(), zApiPin)).status).toBe(200);
  expect(simulator().violations()).toEqual([]);
});

it('a fault hits only the calls that it is for', async () => {
  simulator().misbehave({ kind: 'status', status: 500, on: { provider: 'periskope', route: 'pin' } });
  expect((await sendRaw(simulator(), zApiPin)).status).toBe(200);
  const hit = await sendRaw(simulator(), periskopePin);
  expect(hit.status).toBe(500);
  expect(hit.headers).toHaveProperty('x-periskope-trace-id');
});

it('a reset closes the connection before the answer: nothing is answered, nothing is pinned', async () => {
  simulator().misbehave({ kind: 'reset' });
  await expect(sendRaw(simulator(), zApiPin)).rejects.toThrow();
  expect(simulator().received).toMatchObject([{ route: 'pin', status: null }]);
  expect(simulator().pins()).toEqual([]);
});

it.each([
  ['Z-API', zApiPin],
  ['Periskope', periskopePin],
])('a cut answer of %s: the message is pinned, but the caller cannot know', async (_, request) => {
  simulator().misbehave({ kind: 'cut' });
  await expect(sendRaw(simulator(), request)).rejects.toThrow();
  expect(simulator().pins()).toHaveLength(1);
});

it('a delay holds an answer back', async () => {
  simulator().misbehave({ kind: 'delay', ms: 30, times: 1 });
  const before = performance.now();
  expect((await sendRaw(simulator(), zApiPin)).status).toBe(200);
  expect(performance.now() - before).toBeGreaterThanOrEqual(29);
});

it('a redirect names another location', async () => {
  simulator().misbehave({ kind: 'redirect', location: 'https://elsewhere.example/' });
  const { status, headers } = await sendRaw(simulator(), zApiPin);
  expect({ status, location: headers.location }).toEqual({ status: 307, location: 'https://elsewhere.example/' });
});

describe('a call that hangs', () => {
  it('a call that hangs is recorded at once, and answered after behave()', async () => {
    simulator().misbehave({ kind: 'hang' });
    const answer = sendRaw(simulator(), zApiPin);
    expect(await simulator().waitFor(pinOnly)).toMatchObject({ status: null });
    expect(simulator().pins()).toEqual([]);
    simulator().behave();
    expect((await answer).status).toBe(200);
    expect(simulator().pins()).toHaveLength(1);
  });

  it('a call that hangs is closed by reset() and never carried out', async () => {
    simulator().misbehave({ kind: 'hang' });
    const answer = sendRaw(simulator(), zApiPin);
    await simulator().waitFor(pinOnly);
    simulator().reset();
    await expect(answer).rejects.toThrow();
    expect(simulator().pins()).toEqual([]);
  });

  it('a call that hangs does not keep the simulator from closing', async () => {
    const other = await startSimulator();
    other.misbehave({ kind: 'hang' });
    const answer = sendRaw(other, zApiPin);
    await other.waitFor(pinOnly);
    const refused = expect(answer).rejects.toThrow();
    await other.close();
    await refused;
  });
});

it('a rate limit refuses calls, with the headers that say so', async () => {
  simulator().misbehave({ kind: 'rate-limit', limit: 2, windowMs: 60_000, on: { provider: 'periskope' } });
  const answers = [];
  for (let i = 0; i < 3; i += 1) answers.push(await sendRaw(simulator(), periskopePin));
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 429]);
  expect(answers.map(({ headers }) => headers['x-ratelimit-remaining'])).toEqual(['1', '0', '0']);
  const reset = Number(answers[2]?.headers['x-ratelimit-reset']);
  expect(reset - Date.now() / 1000).toBeGreaterThan(55);
  simulator().behave();
  expect((await sendRaw(simulator(), periskopePin)).status).toBe(204);
});

it('the simulator refuses a fault that it does not know', () => {
  expect(() => simulator().misbehave(JSON.parse('{"kind":"explode"}'))).toThrow('received "explode"');
});
