import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { zipFolder } from '../setup/zip-folder.ts';

const dist = new URL('../../dist/', import.meta.url);
const staticImport = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+\s*from\s*)?["'](\.[^"']+\.js)["']/g;

/** The scripts that an HTML page names. */
async function scriptsOf(page: URL): Promise<URL[]> {
  const html = await readFile(page, 'utf8');
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path = '']) => new URL(path, dist));
}

/** The texts of these scripts and of all that they import, by address. */
async function withImports(scripts: URL[], found = new Map<string, string>()): Promise<Map<string, string>> {
  for (const script of scripts.filter(({ href }) => !found.has(href))) {
    const text = await readFile(script, 'utf8');
    found.set(script.href, text);
    const imports = [...text.matchAll(staticImport)].map(([, path = '']) => new URL(path, script));
    await withImports(imports, found);
  }
  return found;
}

const gzipped = (texts: Iterable<string>) => [...texts].reduce((sum, text) => sum + gzipSync(text).length, 0);

test('package: the popup loads at most 25 kB of JavaScript', async () => {
  const entries = await scriptsOf(new URL('src/popup/index.html', dist));
  const scripts = await withImports(entries);
  expect(scripts.size).toBeGreaterThanOrEqual(entries.length);
  expect(entries.length).toBeGreaterThan(1);
  expect(gzipped(scripts.values())).toBeLessThanOrEqual(25_000);
});

// Of these, valibot and the polyfill take 1.7 kB each. The queue that writes and claims in one transaction, the memory of the
// requests that are sent next and the summaries for open pages added 4.5 kB.
test('package: the service worker loads at most 44.2 kB of JavaScript', async () => {
  const scripts = await withImports([new URL('service-worker-loader.js', dist)]);
  expect(gzipped(scripts.values())).toBeLessThanOrEqual(44_200);
});

test('package: the service worker shares no script with the pages, so that it loads nothing that only they use', async () => {
  const ofWorker = await withImports([new URL('service-worker-loader.js', dist)]);
  const pages = ['popup', 'options'].map((page) => new URL(`src/${page}/index.html`, dist));
  const ofPages = await withImports((await Promise.all(pages.map(scriptsOf))).flat());
  expect(ofWorker.size).toBe(2);
  expect([...ofWorker.keys()].filter((script) => ofPages.has(script))).toEqual([]);
});

test('package: the whole zip has at most 200 kB', async () => {
  const { zip } = await zipFolder(fileURLToPath(dist));
  expect(zip.length).toBeLessThanOrEqual(200_000);
});

test('package: the numbering plans of all countries are shipped once, and Add many’s Web Worker shares them', async () => {
  const names = await readdir(new URL('assets/', dist));
  const scripts = names.filter((name) => name.endsWith('.js')).map((name) => new URL(`assets/${name}`, dist));
  const texts = await Promise.all(scripts.map((script) => readFile(script, 'utf8')));
  // The numbering plan of Ascension Island.
  const withPlans = scripts.filter((_, index) => texts[index]?.includes('AC:[`247`'));
  const reader = scripts.filter(({ href }) => href.includes('reader-worker'));
  const ofReader = await withImports(reader);
  expect(reader.length).toBe(1);
  expect(withPlans.map(({ href }) => ofReader.has(href))).toEqual([true]);
});

test('package: Add many’s Web Worker loads no script that needs a page', async () => {
  const names = await readdir(new URL('assets/', dist));
  const reader = names.filter((name) => name.includes('reader-worker')).map((name) => new URL(`assets/${name}`, dist));
  const scripts = await withImports(reader);
  expect(
    [...scripts].filter(([, text]) => /\bdocument\.|\bchrome\.|\bbrowser\./.test(text)).map(([url]) => url),
  ).toEqual([]);
});
