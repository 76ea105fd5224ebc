import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };

/**
 * Chrome has `browser` of its own since 148, our `minimum_chrome_version`: there the polyfill gives back just that, and
 * its other 3 kB would only make the worker start later.
 */
const nativeBrowser: Plugin = {
  name: 'native-browser',
  transform: { filter: { id: /webextension-polyfill/ }, handler: () => 'export default globalThis.browser;' },
};

// A development build opens every file to every page and loads from localhost: it never shares a folder with dist/.
export default defineConfig(({ command }) => ({
  plugins: [nativeBrowser, preact(), crx({ manifest: manifest as ManifestV3Export })],
  build: {
    outDir: command === 'serve' ? 'dist-dev' : 'dist',
    emptyOutDir: true,
    // Every Chrome that Pushpin runs in preloads modules by itself.
    modulePreload: { polyfill: false },
    // Half a kilobyte smaller than the default one, in a worker that starts with every event.
    minify: 'terser',
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3, pure_getters: true } },
  },
  server: { port: 5173, strictPort: true, hmr: { port: 5173 } },
}));
