import { randomBytes } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipFolder } from '../../setup/zip-folder.ts';
import { atMost, type BenchRow } from '../bench-row.ts';

/** Returns the total size of files of a build, each of them gzipped, in kB of 1 000 bytes. */
async function gzippedSize(extension: string, files: readonly string[]): Promise<number> {
  const contents = await Promise.all(files.map((file) => readFile(join(extension, file))));
  return contents.reduce((sum, content) => sum + gzipSync(content).length, 0) / 1_000;
}

/** Returns the files of a page: its HTML, its script, all modules that the script imports, and its styles. */
async function filesOfPage(extension: string, page: string): Promise<string[]> {
  const html = await readFile(join(extension, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
  return [page, ...named];
}

async function filesOfWorker(extension: string): Promise<string[]> {
  const loader = 'service-worker-loader.js';
  const [, script = ''] = /import '\.\/(.+)'/.exec(await readFile(join(extension, loader), 'utf8')) ?? [];
  return [loader, script];
}

const pageSize = async (extension: string, page: string): Promise<number> =>
  gzippedSize(extension, await filesOfPage(extension, page));
const workerSize = async (extension: string): Promise<number> => gzippedSize(extension, await filesOfWorker(extension));
const zipSize = async (extension: string): Promise<number> => (await zipFolder(extension)).zip.length / 1_000;

export const shippedBytes: BenchRow = {
  number: 8,
  work: 'Bytes shipped, gzip',
  beside: 'an empty extension of Preact and the polyfill',
  async measure({ pushpin, emptyExtension }) {
    const popup = await pageSize(pushpin, 'src/popup/index.html');
    const options = await pageSize(pushpin, 'src/options/index.html');
    const emptyPopup = await pageSize(emptyExtension, 'popup.html');
    const emptyOptions = await pageSize(emptyExtension, 'options.html');
    return [
      { name: 'popup', unit: 'kB', limit: atMost(2.5), pairs: [{ work: popup, beside: emptyPopup }] },
      { name: 'options', unit: 'kB', pairs: [{ work: options, beside: emptyOptions }] },
      {
        name: 'worker',
        unit: 'kB',
        pairs: [{ work: await workerSize(pushpin), beside: await workerSize(emptyExtension) }],
      },
      {
        name: 'whole zip',
        unit: 'kB',
        limit: atMost(200, 'work'),
        pairs: [{ work: await zipSize(pushpin), beside: await zipSize(emptyExtension) }],
      },
    ];
  },
  async slowDown({ pushpin }) {
    await appendFile(join(pushpin, 'src/popup/index.html'), `<!-- ${randomBytes(30_000).toString('base64')} -->`);
    await writeFile(join(pushpin, 'padding.bin'), randomBytes(200_000));
  },
};
