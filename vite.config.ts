import { readdirSync, readFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };

/** The entries that get their own copies of the modules that they import, and the suffixes of these copies. */
const separateEntries = [
  { entry: manifest.background.service_worker, suffix: '?worker-copy' },
  { entry: 'src/popup/main.tsx', suffix: '?popup-copy' },
];

/**
 * Gives the service worker and the popup their own copies of the modules that they import, because both are started often
 * and wait for all of their code. The worker is bundled into one file with nothing in it that only pages use. The popup
 * still shares packages with the options page, and modules that it loads later from outside its own folders. Otherwise the
 * modules that entries have in common would go into shared chunks, which contain what any of them uses.
 */
const separateCopies: Plugin = {
  name: 'separate-copies',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const separate = separateEntries.find(
      ({ entry, suffix }) => importer?.endsWith(suffix) || importer?.endsWith(entry),
    );
    if (!separate || !importer) return null;
    const { suffix } = separate;
    const resolved = await this.resolve(source, importer.replace(suffix, ''), { ...options, skipSelf: true });
    if (!resolved || resolved.external || resolved.id.startsWith('\0')) return resolved;
    const isSharedByPages =
      resolved.id.includes('/node_modules/') ||
      (options.kind === 'dynamic-import' && !/\/src\/(popup|ui)\//.test(resolved.id));
    return suffix === '?popup-copy' && isSharedByPages ? resolved : { ...resolved, id: resolved.id + suffix };
  },
};

/**
 * Replaces Vite's function for modules that are loaded later by a short one, which loads only their styles. The modules that
 * they import are loaded from the disk in a few milliseconds anyway.
 */
const shortPreload: Plugin = {
  name: 'short-preload',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => `
      const addStyles = (file) => new Promise((resolve) => {
        const href = new URL(file, origin + '/').href;
        if ([...document.querySelectorAll('link')].some((link) => link.href === href)) return resolve();
        const link = document.createElement('link');
        Object.assign(link, { rel: 'stylesheet', href, onload: resolve, onerror: resolve });
        document.head.append(link);
      });
      export const __vitePreload = async (load, files = []) => {
        await Promise.all(files.filter((file) => file.endsWith('.css')).map(addStyles));
        return load();
      };`,
  },
};

const platformFolder = new URL('src/platform/', import.meta.url);
const platformCode = readdirSync(platformFolder).map((file) => readFileSync(new URL(file, platformFolder), 'utf8'));
const platformMembers = new Set(platformCode.join('\n').match(/(?<=\.)\w+/g));

/**
 * Makes webextension-polyfill an ES module, which saves the runtime for CommonJS modules: outside of CommonJS the polyfill
 * sets `globalThis.browser`, and the added line exports that. Also shortens the polyfill's table of asynchronous functions
 * to the APIs and functions that are named in src/platform, the only folder that calls them.
 */
const polyfillAsModule: Plugin = {
  name: 'polyfill-as-module',
  transform: {
    filter: { id: /webextension-polyfill\/dist\/browser-polyfill\.js/ },
    handler(code) {
      const pattern = /(?<=const apiMetadata = )\{.+?\n {6}\}(?=;\n)/s;
      const [table] = pattern.exec(code) ?? this.error('The table of functions in webextension-polyfill has moved.');
      const isNeeded = (name: string, value: unknown) =>
        name === '' || typeof value !== 'object' || platformMembers.has(name);
      const shortened = JSON.parse(table, (name, value) => (isNeeded(name, value) ? value : undefined));
      const shortenedCode = code.replace(pattern, JSON.stringify(shortened));
      return { code: `${shortenedCode}\nexport default globalThis.browser;`, map: null };
    },
  },
};

/**
 * Builds the pages' Web Workers together with the pages, so that both share their chunks. Vite would build each as a bundle
 * of its own, which contains everything that it imports a second time.
 */
const sharedWebWorkers: Plugin = {
  name: 'shared-web-workers',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { code: 'new Worker(' },
    async handler(code, importer) {
      const [address, source = ''] = /new URL\('(\S+)', import\.meta\.url\)/.exec(code) ?? [];
      const resolved = await this.resolve(source, importer);
      if (!address || !resolved) return this.error('The script of this Web Worker was not found.');
      const file = this.emitFile({ type: 'chunk', id: resolved.id });
      return { code: code.replace(address, `import.meta.ROLLUP_FILE_URL_${file}`), map: null };
    },
  },
};

/**
 * Takes the build of libphonenumber for modern browsers, which the package contains but does not export. It is made from the
 * same source and 2 kB smaller (gzip).
 */
const modernPhoneNumbers: Plugin = {
  name: 'modern-phone-numbers',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!importer?.includes('/libphonenumber-js/')) return null;
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    return (
      resolved && { ...resolved, id: resolved.id.replace('/libphonenumber-js/es6/', '/libphonenumber-js/es6-modern/') }
    );
  },
};

/** Ships the pages without the comments of their HTML. */
const uncommentedPages: Plugin = {
  name: 'uncommented-pages',
  apply: 'build',
  transformIndexHtml: (html) => html.replace(/\s*<!--.*?-->/gs, ''),
};

/** Ships the words of the screens without the descriptions and examples, which are for translators only. */
const shortenedLocales: Plugin = {
  name: 'shortened-locales',
  apply: 'build',
  generateBundle() {
    const folder = new URL('public/_locales/', import.meta.url);
    for (const language of readdirSync(folder)) {
      const fileName = `${language}/messages.json`;
      const messages: unknown = JSON.parse(readFileSync(new URL(fileName, folder), 'utf8'));
      const isForTranslators = (name: string, value: unknown) =>
        typeof value === 'string' && (name === 'description' || name === 'example');
      const shipped = JSON.stringify(messages, (name, value) => (isForTranslators(name, value) ? undefined : value));
      this.emitFile({ type: 'asset', fileName: `_locales/${fileName}`, source: shipped });
    }
  },
};

const server = 'localhost:5173';

/** The manifest of a development build: its pages may also connect to Vite's server and have the styles that Vite adds. */
function developmentManifest(): typeof manifest {
  const policy = manifest.content_security_policy.extension_pages
    .replace('connect-src', `connect-src http://${server} ws://${server}`)
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
  return { ...manifest, content_security_policy: { extension_pages: policy } };
}

// A development build makes every file accessible to web pages and loads scripts from localhost, so it has its own folder.
export default defineConfig(({ command }) => ({
  plugins: [
    separateCopies,
    shortPreload,
    polyfillAsModule,
    sharedWebWorkers,
    modernPhoneNumbers,
    shortenedLocales,
    uncommentedPages,
    preact(),
    crx({ manifest: (command === 'serve' ? developmentManifest() : manifest) as ManifestV3Export }),
  ],
  build: {
    outDir: command === 'serve' ? 'dist-dev' : 'dist',
    emptyOutDir: true,
    // Newer syntax is compiled down to this version; test/minimum-chrome.test.ts checks the APIs.
    target: `chrome${manifest.minimum_chrome_version}`,
    // Every supported version of Chrome preloads modules itself.
    modulePreload: { polyfill: false },
    // Terser's output is half a kilobyte smaller than that of Rolldown's own minifier, which runs after it and saves
    // another quarter. The worker starts at every event.
    minify: 'terser',
    terserOptions: {
      ecma: 2020,
      module: true,
      safari10: false,
      compress: { passes: 3, pure_getters: true },
    },
    rolldownOptions: { output: { minify: true } },
  },
  server: { port: 5173, strictPort: true, hmr: { port: 5173 } },
}));
