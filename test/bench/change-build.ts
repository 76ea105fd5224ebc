import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts code before a script of a build, which may be a module, for a self-test. */
async function prependCode(script: string, code: string): Promise<void> {
  await writeFile(script, `${code}\n${await readFile(script, 'utf8')}`);
}

/** Runs code before everything else in the service worker of a built extension. */
export async function prependToWorker(extension: string, code: string): Promise<void> {
  const { background } = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  const loader = join(extension, background.service_worker);
  const [, worker = ''] = /import '\.\/(.+)'/.exec(await readFile(loader, 'utf8')) ?? [];
  await prependCode(join(extension, worker), code);
}

/** Runs code before everything else in a page of a built extension, such as `src/popup/index.html`. */
export async function prependToPage(extension: string, page: string, code: string): Promise<void> {
  const html = await readFile(join(extension, page), 'utf8');
  const [, script = ''] = /<script[^>]* src="\/([^"]+)"/.exec(html) ?? [];
  await prependCode(join(extension, script), code);
}

/** Code that keeps its thread busy for so many ms. */
export const busyFor = (ms: number): string =>
  `for (const end = performance.now() + ${ms}; performance.now() < end; );`;

/** Code that keeps the thread busy for so many ms before each call of `fetch`. */
export const busyBeforeFetch = (ms: number): string =>
  `{ const { fetch } = globalThis; globalThis.fetch = (...input) => { ${busyFor(ms)} return fetch(...input); }; }`;
