import { createHash } from 'node:crypto';
import { connect } from 'node:tls';
import { expect, it } from 'vitest';
import { zApiPin } from './documented-requests.ts';
import { useSimulator } from './running-simulator.ts';
import { sendRaw } from './send-raw.ts';

const simulator = useSimulator();

it('the simulator shows a certificate for both hosts, with the hash that Chromium asks for', async () => {
  const { tlsPort, spki } = simulator();
  const socket = connect({ host: '127.0.0.1', port: tlsPort, rejectUnauthorized: false });
  await new Promise((resolve) => socket.once('secureConnect', resolve));
  const certificate = socket.getPeerX509Certificate();
  socket.destroy();
  for (const host of ['api.z-api.io', 'api.periskope.app', 'localhost']) {
    expect(certificate?.checkHost(host)).toBe(host);
  }
  expect(certificate?.checkIP('127.0.0.1')).toBe('127.0.0.1');
  const key = certificate?.publicKey.export({ type: 'spki', format: 'der' }) ?? '';
  expect(createHash('sha256').update(key).digest('base64')).toBe(spki);
});

it('the simulator serves the same state over TLS', async () => {
  const { status } = await sendRaw(simulator(), zApiPin, 'api.z-api.io');
  expect(status).toBe(200);
  expect(simulator().received).toMatchObject([{ via: 'tls', violation: null }]);
  expect(simulator().pins()).toHaveLength(1);
});
