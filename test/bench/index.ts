import { build } from 'vite';
import { launchPushpin } from '../browser/support/launch.ts';
import { startSimulator } from '../simulator/index.ts';
import { addDemoAccounts } from '../start/demo.ts';
import { compare } from './compare.ts';
import { openPicture, openPopup } from './pages.ts';
import { logOf, readAll } from './reading.ts';
import { askCold, askWarm } from './worker.ts';

// Absolute times depend on the machine more than on Pushpin, so each figure compares two things that are measured
// alternately in the same run.
await build({ logLevel: 'warn' });
const simulator = await startSimulator();
const pushpin = await launchPushpin(simulator);
try {
  await addDemoAccounts(pushpin, simulator);
  const page = await pushpin.openOptions();
  await compare('popup ready to type / a bare picture shown', 15, openPopup(pushpin), openPicture(pushpin));
  await compare('answer of a stopped worker / of a running one', 10, askCold(pushpin, page), askWarm(page));
  await compare('reading 8 MB of log / 1 MB', 5, readAll(logOf(8)), readAll(logOf(1)));
} finally {
  await pushpin.close();
  await simulator.close();
}
