import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** All files have one time, the oldest that a zip can hold, so that the same build always gives the same bytes. */
const mtime = new Date(1980, 0, 1);

/** Zips a built extension as it is handed to the store. */
export async function zipFolder(folder: string): Promise<{ zip: Uint8Array; fileCount: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(folder, '.vite')))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files: Zippable = {};
  for (const path of paths) files[relative(folder, path).split(sep).join('/')] = await readFile(path);
  return { zip: zipSync(files, { level: 9, mtime }), fileCount: paths.length };
}
