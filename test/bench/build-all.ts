import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import productConfig from '../../vite.config.ts';
import type { Builds } from './bench-row.ts';
import emptyManifest from './empty-extension/manifest.json' with { type: 'json' };

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const inFolder = (folder: string): Builds => ({
  pushpin: join(folder, 'pushpin'),
  emptyExtension: join(folder, 'empty-extension'),
  reader: join(folder, 'reader'),
});

/** A temporary folder with builds. */
export interface BuildFolder {
  builds: Builds;
  /** Copies the builds into a folder of their own. */
  copy(): Promise<BuildFolder>;
  remove(): Promise<void>;
}

async function newFolder(): Promise<BuildFolder & { folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'pushpin-bench-'));
  return {
    folder,
    builds: inFolder(folder),
    async copy() {
      const target = await newFolder();
      await cp(folder, target.folder, { recursive: true });
      return target;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Builds everything that is measured, outside of the repository. */
export async function buildAll(): Promise<BuildFolder> {
  const created = await newFolder();
  const { builds } = created;
  const shared = { logLevel: 'error' } as const;
  await build({ ...shared, build: { outDir: builds.pushpin, emptyOutDir: true } });

  // The empty extension has what a new project has: the same bundler, plugins and minifier, and the polyfill as published.
  const { build: options } = productConfig({ command: 'build', mode: 'production' });
  await build({
    ...shared,
    configFile: false,
    root: path('empty-extension'),
    plugins: [preact(), crx({ manifest: emptyManifest as ManifestV3Export })],
    build: { ...options, outDir: builds.emptyExtension },
  });

  await build({
    ...shared,
    configFile: false,
    build: {
      ...options,
      outDir: builds.reader,
      lib: { entry: path('../../src/references/index.ts'), formats: ['es'], fileName: () => 'reader.mjs' },
    },
  });
  return created;
}
