import { expect, it } from 'vitest';
import { withHeaders, zApiGet, zApiPath, zApiPin } from './documented-requests.ts';
import { knownAnswers } from './index.ts';
import { useSimulator } from './running-simulator.ts';
import { sendRaw } from './send-raw.ts';

const simulator = useSimulator();

it('Z-API refuses a wrong Client-Token with a body that echoes it', async () => {
  const { status, json } = await sendRaw(simulator(), withHeaders(zApiPin, { 'Client-Token': 'Fwrong-tokenS' }));
  expect({ status, json }).toEqual({ status: 403, json: { error: 'Client-Token Fwrong-tokenS not allowed' } });
  expect(JSON.stringify(simulator().received)).not.toContain('Fwrong-tokenS');
});

it('Z-API refuses a missing Client-Token as documented', async () => {
  const { status, json } = await sendRaw(simulator(), withHeaders(zApiPin, { 'Client-Token': undefined }));
  expect({ status, json }).toEqual({ status: 403, json: { error: 'null not allowed' } });
});

it.each([
  ['instance id', { instanceId: '3E1F07A6B5C24D8890AB7C61D2E3FFFF' }],
  ['instance token', { instanceToken: '000000000000000000000000' }],
])('Z-API does not find the instance of a wrong %s', async (_, wrong) => {
  const path = zApiPath('status', { ...simulator().credentials.zApi, ...wrong });
  const { status, json } = await sendRaw(simulator(), { ...zApiGet('status'), path });
  expect({ status, json }).toEqual({ status: 404, json: { error: 'Instance not found' } });
});

it('Z-API: a wrong credential is no violation, and pins nothing with it', async () => {
  await sendRaw(simulator(), withHeaders(zApiPin, { 'Client-Token': 'Fwrong-tokenS' }));
  await sendRaw(simulator(), withHeaders(zApiPin, { 'Client-Token': undefined }));
  expect(simulator().violations()).toEqual([]);
  expect(simulator().pins()).toEqual([]);
});

it('Z-API queues a pin of the disconnected instance: accepted, not pinned', async () => {
  const account = simulator().credentials.zApiDisconnected;
  const connection = await sendRaw(simulator(), { ...zApiGet('status'), path: zApiPath('status', account) });
  const pin = await sendRaw(simulator(), { ...zApiPin, path: zApiPath('pin-message', account) });
  expect(connection.json).toEqual({ connected: false, error: 'You are not connected.', smartphoneConnected: false });
  expect(pin).toMatchObject({ status: 200, json: { zaapId: expect.any(String) } });
  expect(simulator().pins()).toEqual([]);
});

it('Z-API gives the answers that have no cause here when told to', async () => {
  simulator().misbehave({ ...knownAnswers.zApiIpNotAllowed, times: 1 });
  simulator().misbehave({ ...knownAnswers.zApiNotFoundInside200, times: 1 });
  const refused = await sendRaw(simulator(), zApiPin);
  const failedInside200 = await sendRaw(simulator(), zApiPin);
  expect(refused).toMatchObject({ status: 403, json: { error: '[IP request] not allowed' } });
  expect(failedInside200).toMatchObject({ status: 200, json: { error: 'NOT_FOUND' } });
  expect(simulator().pins()).toEqual([]);
});
