// @ts-check
// What a fresh clone needs before anything else runs: a new enough Node, the packages, a Chromium.
// Plain JavaScript without dependencies, because at this point there are none.
import { checkNode, installPackages } from './packages.mjs';
import { provideChromium } from './provide-chromium.mjs';

const problem = checkNode() ?? installPackages() ?? provideChromium();
if (problem) {
  console.error(problem);
  process.exit(1);
}
