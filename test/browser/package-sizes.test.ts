import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const dist = new URL('../../dist/', import.meta.url);
const staticImport = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+\s*from\s*)?["'](\.[^"']+\.js)["']/g;

/** Returns these scripts and all that they import. */
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

test('package: the popup loads at most 30 kB of JavaScript', async () => {
  const page = await readFile(new URL('src/popup/index.html', dist), 'utf8');
  const paths = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path = '']) => new URL(path, dist));
  const scripts = await withImports(paths);
  expect(scripts.size).toBeGreaterThanOrEqual(paths.length);
  expect(paths.length).toBeGreaterThan(1);
  expect(gzipped(scripts.values())).toBeLessThanOrEqual(30_000);
});

// 25 kB before it had a queue with tries, limits and runs; 29 kB before it knew pins, undo, tables and secrets in any spelling.
test('package: the service worker loads at most 37.5 kB of JavaScript', async () => {
  const scripts = await withImports([new URL('service-worker-loader.js', dist)]);
  expect(scripts.size).toBeGreaterThan(1);
  expect(gzipped(scripts.values())).toBeLessThanOrEqual(37_500);
});
