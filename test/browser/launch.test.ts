import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/index.ts';
import { launchPushpin } from './support/launch.ts';
import type { Pushpin } from './support/pushpin.ts';

let simulator: Simulator;
let pushpin: Pushpin;

beforeAll(async () => {
  simulator = await startSimulator();
  pushpin = await launchPushpin(simulator);
});

afterAll(async () => {
  await pushpin?.close();
  await simulator?.close();
});

/** Calls Z-API from the worker and returns the answer, or the failure. */
async function callFromWorker(): Promise<{ online: boolean; outcome: string }> {
  const worker = await pushpin.worker();
  return worker.evaluate(async () => ({
    online: navigator.onLine,
    outcome: await fetch('https://api.z-api.io/nothing').then(() => 'answered', String),
  }));
}

const failure = 'TypeError: Failed to fetch';

test('launch: calls to the providers reach the simulator', async () => {
  expect(await callFromWorker()).toEqual({ online: true, outcome: 'answered' });
});

test('launch: a stopped worker is gone, and a new one starts from nothing', async () => {
  const before = await pushpin.worker();
  await before.evaluate(() => Object.assign(globalThis, { mark: 1 }));
  await pushpin.stopWorker();
  await pushpin.stopWorker();
  const after = await pushpin.worker();
  expect(await after.evaluate(() => 'mark' in globalThis)).toBe(false);
});

test('launch: without a network the worker knows it and no call gets out, also after a stop', async () => {
  await pushpin.goOffline();
  expect(await callFromWorker()).toEqual({ online: false, outcome: failure });
  await pushpin.stopWorker();
  expect(await callFromWorker()).toEqual({ online: false, outcome: failure });
  await pushpin.stopWorker();
  await pushpin.goOnline();
  expect(await callFromWorker()).toEqual({ online: true, outcome: 'answered' });
});

test('launch: the access to the hosts can be withdrawn and given back', async () => {
  const mayReach = async () => {
    const worker = await pushpin.worker();
    const origins = ['https://api.z-api.io/*', 'https://api.periskope.app/*'];
    return worker.evaluate((wanted) => chrome.permissions.contains({ origins: wanted }), origins);
  };
  expect(await mayReach()).toBe(true);
  await pushpin.withdrawHostAccess();
  expect(await mayReach()).toBe(false);
  await pushpin.grantHostAccess();
  expect(await mayReach()).toBe(true);
});

test('launch: the pages and the toolbar icon are there', async () => {
  const popup = await pushpin.openPopup();
  expect(popup.viewportSize()).toEqual({ width: 380, height: 560 });
  await pushpin.screenshot(popup, 'popup');
  const options = await pushpin.openOptions();
  await pushpin.screenshot(options, 'options');
  expect((await pushpin.badge()).title).toContain('Pushpin');
});
