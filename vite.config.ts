import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };

const workerEntry = manifest.background.service_worker;
const workerCopy = '?worker-copy';

/**
 * Gives the service worker its own copy of every module that it imports. The worker then is one file that holds nothing
 * but what it needs, and so are the pages: otherwise modules that both use would become chunks with all that either uses.
 */
const separateWorker: Plugin = {
  name: 'separate-worker',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!importer?.endsWith(workerCopy) && !importer?.endsWith(workerEntry)) return null;
    const original = importer.replace(workerCopy, '');
    const resolved = await this.resolve(source, original, { ...options, skipSelf: true });
    if (!resolved || resolved.external || resolved.id.startsWith('\0')) return resolved;
    return { ...resolved, id: resolved.id + workerCopy };
  },
};

/** The APIs that Chrome gives every extension, also without a permission. */
const freeApis = ['commands', 'extension', 'i18n', 'management', 'permissions', 'runtime', 'tabs', 'windows'];
const apis = new Set([...freeApis, ...manifest.permissions, ...manifest.optional_permissions]);

/**
 * Fits webextension-polyfill to this bundle. Loaded as a script, which it is when there is no CommonJS around it, the
 * polyfill sets `globalThis.browser`; the added export makes it an ES module, without the CommonJS runtime. Its table
 * of all asynchronous functions loses the APIs that Chrome does not give Pushpin without a permission.
 */
const polyfillAsModule: Plugin = {
  name: 'polyfill-as-module',
  transform: {
    filter: { id: /webextension-polyfill\/dist\/browser-polyfill\.js/ },
    handler(code) {
      const table = /(?<=const apiMetadata = )\{.+?\n {6}\}(?=;\n)/s;
      const [all] = table.exec(code) ?? this.error('webextension-polyfill has no table of its functions any more.');
      const used = Object.entries(JSON.parse(all)).filter(([api]) => apis.has(api));
      return {
        code: `${code.replace(table, JSON.stringify(Object.fromEntries(used)))}\nexport default globalThis.browser;`,
        map: null,
      };
    },
  },
};

// A development build opens every file to every page and loads from localhost: it never shares a folder with dist/.
export default defineConfig(({ command }) => ({
  plugins: [separateWorker, polyfillAsModule, preact(), crx({ manifest: manifest as ManifestV3Export })],
  build: {
    outDir: command === 'serve' ? 'dist-dev' : 'dist',
    emptyOutDir: true,
    // Newer syntax is compiled down to it; test/minimum-chrome.test.ts checks the APIs.
    target: `chrome${manifest.minimum_chrome_version}`,
    // Every Chrome that Pushpin runs in preloads modules by itself.
    modulePreload: { polyfill: false },
    // Half a kilobyte smaller than Vite's default minifier, in a worker that starts with every event.
    minify: 'terser',
    terserOptions: {
      ecma: 2020,
      module: true,
      safari10: false,
      // The options that are turned off write code that is shorter, but larger once it is compressed.
      compress: { passes: 5, pure_getters: true, inline: 1, lhs_constants: false, sequences: false },
    },
  },
  server: { port: 5173, strictPort: true, hmr: { port: 5173 } },
}));
