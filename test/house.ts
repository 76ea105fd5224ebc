import type { Source } from './sources.ts';

/** The folders that each folder of `src` may import: those below it. INTERNALS.md "The house". */
const below: Readonly<Record<string, readonly string[]>> = {
  references: [],
  'phone-numbers': [],
  providers: ['references'],
  platform: [],
  settings: ['platform'],
  accounts: ['platform', 'providers', 'references'],
  pins: ['accounts', 'platform', 'providers', 'references'],
  words: ['pins', 'platform', 'providers', 'references'],
  background: ['words', 'pins', 'accounts', 'settings', 'platform', 'providers', 'references'],
  ui: ['words', 'pins', 'accounts', 'phone-numbers', 'platform', 'providers', 'references'],
  popup: ['ui', 'words', 'pins', 'accounts', 'phone-numbers', 'platform', 'providers', 'references'],
  options: ['ui', 'words', 'pins', 'accounts', 'phone-numbers', 'platform', 'providers', 'references'],
};

/** The folders of which it may import types only: the worker's table of intents, the keys of the texts. */
const typesOnly: Readonly<Record<string, readonly string[]>> = {
  words: ['public'],
  ui: ['background'],
  popup: ['background'],
  options: ['background'],
};

/** The packages that each folder may import. */
const packages: Readonly<Record<string, readonly string[]>> = {
  references: [],
  providers: ['valibot'],
  'phone-numbers': ['libphonenumber-js/min'],
  platform: ['valibot', 'webextension-polyfill'],
  settings: ['valibot'],
  accounts: ['valibot'],
  pins: ['valibot'],
  words: [],
  background: ['valibot'],
  ui: ['preact', 'preact/hooks', 'lucide'],
  popup: ['preact', 'preact/hooks', '@preact/signals'],
  options: ['preact', 'preact/hooks', '@preact/signals', 'papaparse'],
};

/** Packages that only one module may import. */
const onlyIn: Readonly<Record<string, string>> = {
  'webextension-polyfill': 'platform/browser.ts',
  papaparse: 'options/pins/add-many/reading/parse-table.ts',
};

/** The APIs of the browser that only the platform may use. */
const browserApis =
  /\b(?:browser|chrome)\s*\??\.|\b(?:indexedDB|fetch\s*\(|Date\s*\.\s*now|XMLHttpRequest|sendBeacon|WebSocket|localStorage|sessionStorage|BroadcastChannel)|navigator\s*\.|\bcrypto\s*\./g;

/** The only paths in `background`: it wires parts together and translates events, and has no logic of its own. */
const backgroundPaths = /^background\/(?:(?:index|services|badge)\.ts|(?:triggers|handlers)\/[\w-]+\.ts)$/;

/** The module that every gesture goes through, and its call that writes requests. */
const requester = 'pins/plan/request-pins.ts';
const enqueueCall = /\.enqueue\s*\(/;

interface Import {
  from: string;
  typeOnly: boolean;
}

const statement = /^(import|export)\s+(type\s+)?(?:([^'";]*?)\s*from\s*)?'([^']+)'/gm;
const dynamic = /\bimport\s*\(\s*['"`]([^'"`]*)/g;

/** Returns the imports and re-exports of a module. */
function importsOf({ code }: Pick<Source, 'code'>): Import[] {
  const declared = [...code.matchAll(statement)].map(([, , type, names = '', from = '']): Import => {
    const inBraces = /^\{([\s\S]*)\}$/
      .exec(names)?.[1]
      ?.split(',')
      .filter((name) => name.trim());
    return { from, typeOnly: Boolean(type) || Boolean(inBraces?.every((name) => /^\s*type\s/.test(name))) };
  });
  return [...declared, ...[...code.matchAll(dynamic)].map(([, from = '']) => ({ from, typeOnly: false }))];
}

const folderOf = (path: string): string => path.split('/')[0] ?? '';

/** Returns the folder of `src`, or `public`, that a relative import leads to. */
function target(path: string, from: string): string {
  const { pathname } = new URL(from, `file:///src/${path}`);
  return folderOf(pathname.replace(/^\/(?:src\/)?/, ''));
}

/** File names that stand for a folder or a page, and may therefore exist in several folders. */
const sharedNames = new Set(['index', 'main']);

/** Returns file names that exist in two folders, as sentences. A search for a name should find one file. */
export function doubledNames(paths: readonly string[]): string[] {
  const nameOf = (path: string) => path.replace(/^.*\//, '').replace(/\.tsx?$/, '');
  const names = [...new Set(paths.map(nameOf))].filter((name) => !sharedNames.has(name));
  return names.flatMap((name) => {
    const all = paths.filter((path) => nameOf(path) === name);
    return all.length > 1 ? [`${all.join(' and ')} have the same name`] : [];
  });
}

/** Returns the imports and uses of a module that its folder does not allow, as sentences. */
export function violations(source: Pick<Source, 'path' | 'code'>): string[] {
  const { path, code } = source;
  const folder = folderOf(path);
  const allowed = below[folder];
  if (!allowed) return [`${path} is in no folder of the house`];

  const imports = importsOf(source).flatMap(({ from, typeOnly }) => {
    if (!from.startsWith('.')) {
      const owner = onlyIn[from];
      if (owner && owner !== path) return [`${path} imports ${from}, which only ${owner} may import`];
      return packages[folder]?.includes(from) ? [] : [`${path} imports the package ${from}`];
    }
    const to = target(path, from);
    const isAllowed = to === folder || allowed.includes(to) || (typeOnly && typesOnly[folder]?.includes(to));
    return isAllowed ? [] : [`${path} imports ${typeOnly ? 'types of ' : ''}${to}`];
  });
  const misplaced =
    folder === 'background' && !backgroundPaths.test(path) ? [`${path} is not one of the files of background`] : [];
  const enqueues = path !== requester && enqueueCall.test(code) ? [`${path} writes requests past ${requester}`] : [];
  const touched =
    folder === 'platform' ? [] : [...code.matchAll(browserApis)].map(([what]) => `${path} touches ${what}`);
  return [...imports, ...misplaced, ...enqueues, ...touched];
}
