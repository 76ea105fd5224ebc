import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A module of a folder; its path is relative to that folder, such as `pins/queue/queue.ts`. */
export interface Source {
  path: string;
  text: string;
  /** The text without its comments. */
  code: string;
}

/** Removes comments, but not the two slashes of an address inside a string. */
export const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g, '');

/** Returns every module of a folder at the root. */
export const modulesOf = (folder: string): readonly Source[] =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const text = readFileSync(`${root}/${folder}/${path}`, 'utf8');
      return { path: path.replaceAll('\\', '/'), text, code: withoutComments(text) };
    });

/** Every module of `src`. */
export const sources = modulesOf('src');
