import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };

// A development build opens every file to every page and loads from localhost: it never shares a folder with dist/.
export default defineConfig(({ command }) => ({
  plugins: [preact(), crx({ manifest: manifest as ManifestV3Export })],
  build: { outDir: command === 'serve' ? 'dist-dev' : 'dist', emptyOutDir: true },
  server: { port: 5173, strictPort: true, hmr: { port: 5173 } },
}));
