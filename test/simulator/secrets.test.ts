import { expect, it } from 'vitest';
import { demoSecrets } from './demo-accounts.ts';
import { periskopePin, withBody, withHeaders, zApiPath, zApiPin } from './documented-requests.ts';
import { useSimulator } from './running-simulator.ts';
import { sendRaw } from './send-raw.ts';

const simulator = useSimulator();
const typed = ['WRONGTOKEN1234567890ABCD', 'Fwrong-client-tokenS', 'wrong-api-key-of-someone'];

async function sendSecretsEverywhere() {
  const [token = '', clientToken = '', key = ''] = typed;
  const secret = demoSecrets.join(' ');
  await sendRaw(simulator(), zApiPin);
  await sendRaw(simulator(), periskopePin);
  await sendRaw(simulator(), {
    ...zApiPin,
    path: zApiPath('status', { ...simulator().credentials.zApi, instanceToken: token }),
  });
  await sendRaw(simulator(), withHeaders(zApiPin, { 'Client-Token': clientToken, Cookie: secret }));
  await sendRaw(simulator(), withHeaders(periskopePin, { Authorization: `Bearer ${key}`, Referer: zApiPin.path }));
  await sendRaw(simulator(), withBody(zApiPin, { messageAction: secret, [`key ${secret}`]: secret }));
  await sendRaw(simulator(), {
    ...zApiPin,
    body: secret,
    path: `${zApiPin.path}?token=${encodeURIComponent(demoSecrets[0] ?? '')}`,
  });
}

/** The first event that the live page is sent: the whole state. */
async function firstEvent(): Promise<string> {
  const stopped = new AbortController();
  const { body } = await fetch(`${simulator().url}/_simulator/events`, { signal: stopped.signal });
  let text = '';
  for await (const chunk of body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    if (text.includes('\n\n')) break;
  }
  stopped.abort();
  return text;
}

it('the simulator shows no secret in what was received, in its state, or on its pages', async () => {
  await sendSecretsEverywhere();
  const pages = ['/_simulator/state', '/', '/pages/live.js', '/webhook-log', '/webhook-log/details'];
  const texts = await Promise.all(pages.map(async (page) => (await fetch(simulator().url + page)).text()));
  const all = [JSON.stringify(simulator().received), await firstEvent(), ...texts].join('\n');
  expect(simulator().received).toHaveLength(7);
  expect(all).toContain('/token/***/pin-message');
  const shown = [...demoSecrets, ...typed].filter((secret) => all.includes(secret));
  expect(shown).toEqual([]);
});

it('the simulator masks a credential however short it is', async () => {
  const path = zApiPath('status', { ...simulator().credentials.zApi, instanceToken: 'T0K' });
  await sendRaw(simulator(), { path, method: 'GET', headers: { 'Client-Token': 'F0S', Authorization: 'K3Y' } });
  expect(simulator().received).toMatchObject([
    {
      path: expect.stringMatching(/\/token\/\*\*\*\/status$/),
      headers: { 'client-token': '***', authorization: '***' },
    },
  ]);
});

it('the simulator records what is no secret as it came', async () => {
  await sendRaw(simulator(), periskopePin);
  expect(simulator().received).toMatchObject([
    {
      provider: 'periskope',
      route: 'pin',
      path: periskopePin.path,
      headers: { authorization: 'Bearer ***', 'x-phone': '918527184400' },
      body: { pin: true, time: 7 },
      via: 'http',
    },
  ]);
});
