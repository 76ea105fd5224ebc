import type { Source } from './sources.ts';

/** What a folder of `src` may import: what lies below it. INTERNALS.md "The house". */
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

/** What a folder may know by its types alone: the worker's table of intents, the keys of the words. */
const knownByType: Readonly<Record<string, readonly string[]>> = {
  words: ['public'],
  ui: ['background'],
  popup: ['background'],
  options: ['background'],
};

/** The packages of each folder. Screens have Preact, the door to the browser has its polyfill. */
const packages: Readonly<Record<string, readonly string[]>> = {
  references: [],
  providers: ['valibot'],
  'phone-numbers': ['libphonenumber-js/min'],
  platform: ['valibot', 'webextension-polyfill', 'idb'],
  settings: ['valibot'],
  accounts: ['valibot'],
  pins: ['valibot'],
  words: [],
  background: ['valibot'],
  ui: ['preact', 'preact/hooks', 'lucide'],
  popup: ['preact', 'preact/hooks', '@preact/signals'],
  options: ['preact', 'preact/hooks', '@preact/signals', 'papaparse'],
};

/** Packages that one module has for all. */
const onlyIn: Readonly<Record<string, string>> = {
  'webextension-polyfill': 'platform/browser.ts',
  idb: 'platform/database.ts',
  papaparse: 'options/pins/add-many/reading/parse-table.ts',
};

/** What only the platform touches. */
const worldly =
  /\b(?:browser|chrome)\s*\??\.|\b(?:indexedDB|fetch\s*\(|Date\s*\.\s*now|XMLHttpRequest|sendBeacon|WebSocket|localStorage|sessionStorage|BroadcastChannel)|navigator\s*\.|\bcrypto\s*\./g;

interface Import {
  from: string;
  typeOnly: boolean;
}

const statement = /^(import|export)\s+(type\s+)?(?:([^'";]*?)\s*from\s*)?'([^']+)'/gm;
const dynamic = /\bimport\s*\(\s*['"`]([^'"`]*)/g;

/** What a module imports, and re-exports. */
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

/** The folder of `src`, or `public`, that a relative import leads to. */
function target(path: string, from: string): string {
  const { pathname } = new URL(from, `file:///src/${path}`);
  return folderOf(pathname.replace(/^\/(?:src\/)?/, ''));
}

/** The names that stand for a folder or a page, and therefore in several of them. */
const sharedNames = new Set(['index', 'main']);

/** File names that stand in two folders, as sentences: whoever searches for a name finds one file. */
export function doubledNames(paths: readonly string[]): string[] {
  const nameOf = (path: string) => path.replace(/^.*\//, '').replace(/\.tsx?$/, '');
  const names = [...new Set(paths.map(nameOf))].filter((name) => !sharedNames.has(name));
  return names.flatMap((name) => {
    const all = paths.filter((path) => nameOf(path) === name);
    return all.length > 1 ? [`${all.join(' and ')} have the same name`] : [];
  });
}

/** Where a module leaves its place in the house, as sentences. */
export function violations(source: Pick<Source, 'path' | 'code'>): string[] {
  const { path, code } = source;
  const folder = folderOf(path);
  const allowed = below[folder];
  if (!allowed) return [`${path} stands in no room of the house`];

  const wrong = importsOf(source).flatMap(({ from, typeOnly }) => {
    if (!from.startsWith('.')) {
      const place = onlyIn[from];
      if (place && place !== path) return [`${path} imports ${from}, which is for ${place} alone`];
      return packages[folder]?.includes(from) ? [] : [`${path} imports the package ${from}`];
    }
    const to = target(path, from);
    const known = to === folder || allowed.includes(to) || (typeOnly && knownByType[folder]?.includes(to));
    return known ? [] : [`${path} imports ${typeOnly ? 'types of ' : ''}${to}`];
  });
  const touched = folder === 'platform' ? [] : [...code.matchAll(worldly)].map(([what]) => `${path} touches ${what}`);
  return [...wrong, ...touched];
}
