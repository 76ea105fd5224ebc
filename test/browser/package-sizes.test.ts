import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

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

test('package: the popup loads at most 29.5 kB of JavaScript', async () => {
  const entries = await scriptsOf(new URL('src/popup/index.html', dist));
  const scripts = await withImports(entries);
  expect(scripts.size).toBeGreaterThanOrEqual(entries.length);
  expect(entries.length).toBeGreaterThan(1);
  expect(gzipped(scripts.values())).toBeLessThanOrEqual(29_500);
});

// Of these, valibot and the polyfill take 1.7 kB each.
test('package: the service worker loads at most 39.3 kB of JavaScript', async () => {
  const scripts = await withImports([new URL('service-worker-loader.js', dist)]);
  expect(gzipped(scripts.values())).toBeLessThanOrEqual(39_300);
});

test('package: the service worker shares no script with the pages, so that it loads nothing that only they use', async () => {
  const ofWorker = await withImports([new URL('service-worker-loader.js', dist)]);
  const pages = ['popup', 'options'].map((page) => new URL(`src/${page}/index.html`, dist));
  const ofPages = await withImports((await Promise.all(pages.map(scriptsOf))).flat());
  expect(ofWorker.size).toBe(2);
  expect([...ofWorker.keys()].filter((script) => ofPages.has(script))).toEqual([]);
});
