import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { startSimulator } from '../simulator/index.ts';
import { addZApi } from './support/accounts.ts';
import { launchPushpin } from './support/launch.ts';
import { pinCalls } from './support/requests.ts';
import { expectAllAccepted, startRun } from './support/runs.ts';

/** Kills every process of the Chromium with that profile at once. */
const kill = (profile: string) => execFileSync('pkill', ['-9', '-f', profile]);

test('browser: killed in the middle of a run of 200 and started again, it pins every message', {
  timeout: 90_000,
}, async ({ onTestFinished }) => {
  const simulator = await startSimulator();
  const profile = await mkdtemp(join(tmpdir(), 'pushpin-killed-'));
  onTestFinished(async () => {
    await simulator.close();
    await rm(profile, { recursive: true, force: true });
  });

  const first = await launchPushpin(simulator, { profile });
  await addZApi(first);
  const id = await startRun(await first.openOptions(), 200);
  await simulator.waitFor(() => pinCalls(simulator.received).length >= 80, 30_000);
  kill(profile);

  const second = await launchPushpin(simulator, { profile });
  onTestFinished(() => second.close());
  await expectAllAccepted(await second.openOptions(), simulator, id, 200);
});
