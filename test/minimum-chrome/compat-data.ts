import { createRequire } from 'node:module';
import type { SimpleSupportStatement } from '@mdn/browser-compat-data';

// Required rather than imported, because Vitest would first transform its 17 MB of JSON.
const data: unknown = createRequire(import.meta.url)('@mdn/browser-compat-data');

/** A feature of the web platform or of Chrome's extensions. */
export interface Feature {
  /** Its path in the compatibility data: `api.URL.parse_static`. */
  path: string;
  /** The first version of Chrome that has all of it; infinity where none has. */
  chrome: number;
}

interface Entry {
  readonly [name: string]: unknown;
  readonly __compat?: { support: { chrome: SimpleSupportStatement | SimpleSupportStatement[] } };
}

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;

/** Returns the entry of MDN's compatibility data at a path, or undefined. */
export function entryAt(path: readonly string[]): Entry | undefined {
  let entry = data;
  for (const name of path) entry = isEntry(entry) && Object.hasOwn(entry, name) ? entry[name] : undefined;
  return isEntry(entry) ? entry : undefined;
}

const isComplete = ({ flags, prefix, version_removed, partial_implementation }: SimpleSupportStatement): boolean =>
  !flags && !prefix && !version_removed && !partial_implementation;

const versionOf = ({ version_added: version }: SimpleSupportStatement): number =>
  version && /^≤?\d/.test(version) ? Number.parseInt(version.replace('≤', ''), 10) : Infinity;

/** Returns the feature at the first of these paths that the data contains, or nothing. */
export function featureAt(...paths: readonly (readonly string[])[]): Feature[] {
  for (const path of paths) {
    const support = entryAt(path)?.__compat?.support.chrome;
    if (support === undefined) continue;
    return [{ path: path.join('.'), chrome: Math.min(...[support].flat().filter(isComplete).map(versionOf)) }];
  }
  return [];
}
