import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A module of `src`, its path from there: `pins/outbox.ts`. */
export interface Source {
  path: string;
  /** The text without its comments. */
  code: string;
}

/** Comments out, texts kept: an address in a text has two slashes too. */
export const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g, '');

/** Every module of `src`. */
export const sources: readonly Source[] = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({
    path: path.replaceAll('\\', '/'),
    code: withoutComments(readFileSync(`${root}/src/${path}`, 'utf8')),
  }));
