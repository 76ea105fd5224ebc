// @ts-check
// Provides what a fresh clone needs first: a new enough Node, the packages, a Chromium.
// This is plain JavaScript without dependencies, because none is installed yet.
import { checkNode, installPackages } from './packages.mjs';
import { provideChromium } from './provide-chromium.mjs';

const problem = checkNode() ?? installPackages() ?? provideChromium();
if (problem) {
  console.error(problem);
  process.exit(1);
}
