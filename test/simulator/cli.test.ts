import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { useSimulator } from './running-simulator.ts';

const simulator = useSimulator();
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(ports: { PORT: string; TLS_PORT: string }) {
  const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', cli], { env: { ...process.env, ...ports } });
  started.push(child);
  return child;
}

it('the command says on its first line, as JSON, where it is and how to get in', async () => {
  const child = start({ PORT: '0', TLS_PORT: '0' });
  const [line] = await once(createInterface(child.stdout), 'line');
  const { url, tlsUrl, spki, credentials } = JSON.parse(line);
  expect(spki).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  expect(tlsUrl).toMatch(/^https:\/\/localhost:\d+$/);
  expect(credentials).toEqual(simulator().credentials);
  expect((await fetch(`${url}/_simulator/state`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('the command says in one line that a port is in use', async () => {
  const child = start({ PORT: String(simulator().port), TLS_PORT: '0' });
  let error = '';
  child.stderr.on('data', (data) => {
    error += data;
  });
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(error).toBe(`Port ${simulator().port} is in use by another program.\n`);
});
