import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { busyBeforeFetch, busyFor, prependToPage, prependToWorker } from './change-build.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pushpin-test-'));
  await mkdir(join(folder, 'assets'));
  const files = {
    'manifest.json': '{ "background": { "service_worker": "loader.js" } }',
    'loader.js': "import './assets/worker.js';\n",
    'assets/worker.js': 'worker();',
    'popup.html': '<script type="module" crossorigin src="/assets/popup.js"></script>',
    'assets/popup.js': 'popup();',
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
});
afterEach(() => rm(folder, { recursive: true }));

it('code for a self-test is put before that of the worker', async () => {
  await prependToWorker(folder, 'first();');
  expect(await readFile(join(folder, 'assets/worker.js'), 'utf8')).toBe('first();\nworker();');
});

it('code for a self-test is put before that of a page', async () => {
  await prependToPage(folder, 'popup.html', 'first();');
  expect(await readFile(join(folder, 'assets/popup.js'), 'utf8')).toBe('first();\npopup();');
});

it('a busy loop takes at least its time, also before a call of fetch, which is made as before', () => {
  const fetched: unknown[] = [];
  const code = `${busyFor(5)} ${busyBeforeFetch(5)}`;
  const scope = { fetch: (...input: unknown[]) => fetched.push(...input) };
  const startedAt = performance.now();
  new Function('globalThis', code)(scope);
  scope.fetch('https://example.com', { method: 'POST' });
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(10);
  expect(fetched).toEqual(['https://example.com', { method: 'POST' }]);
});
