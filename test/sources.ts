import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A module of `src`, its path from there: `pins/queue/queue.ts`. */
export interface Source {
  path: string;
  text: string;
  /** The text without its comments. */
  code: string;
}

/** Comments out, texts kept: an address in a text has two slashes too. */
export const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g, '');

/** Every module of a folder at the root. */
export const modulesOf = (folder: string): readonly Source[] =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const text = readFileSync(`${root}/${folder}/${path}`, 'utf8');
      return { path: path.replaceAll('\\', '/'), text, code: withoutComments(text) };
    });

/** Every module of `src`. */
export const sources = modulesOf('src');
