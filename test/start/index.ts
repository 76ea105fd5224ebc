import { mkdirSync } from 'node:fs';
import { build } from 'vite';
import { launchPushpin } from '../browser/support/launch.ts';
import { type Simulator, startSimulator } from '../simulator/index.ts';
import { addDemoAccounts } from './demo.ts';
import { pinByItself } from './pin-by-itself.ts';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = process.argv.includes('--headless') || !hasDisplay;

/** Starts the simulator on its usual ports, or on free ones if another program uses those. */
async function simulate(): Promise<Simulator> {
  return startSimulator({ port: 8080, tlsPort: 8443 }).catch(() => startSimulator());
}

console.log('Building Pushpin …');
await build({ logLevel: 'warn' });
mkdirSync(new URL('../.output/', import.meta.url), { recursive: true });

const simulator = await simulate();
console.log(`Simulated Z-API and Periskope: ${simulator.url}`);
console.log(headless ? 'Opening Chromium without a window …' : 'Opening Chromium …');
const pushpin = await launchPushpin(simulator, { headless });

try {
  await addDemoAccounts(pushpin, simulator);
  if (headless) process.exitCode = (await pinByItself(pushpin, simulator)) ? 0 : 1;
  else await untilClosed();
} finally {
  await pushpin.close();
  await simulator.close();
}

async function untilClosed(): Promise<void> {
  const live = await pushpin.context.newPage();
  await live.goto(simulator.url);
  const log = await pushpin.context.newPage();
  await log.goto(`${simulator.url}/webhook-log`);
  await log.bringToFront();
  console.log(
    'Select an id in the webhook log, right-click, Pushpin, Pin message. The first tab shows what is pinned.',
  );
  console.log('Close the window or press Ctrl+C to stop.');
  await new Promise<void>((resolve) => {
    pushpin.context.once('close', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
