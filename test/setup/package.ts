import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Zippable, zipSync } from 'fflate';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');

// All files have one time, the oldest that a zip can hold, so that the same build always gives the same bytes.
const mtime = new Date(1980, 0, 1);

const found = await readdir(dist, { recursive: true, withFileTypes: true });
const paths = found
  .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(dist, '.vite')))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

const files: Zippable = {};
for (const path of paths) files[relative(dist, path).split(sep).join('/')] = await readFile(path);

const { version } = JSON.parse(await readFile(join(dist, 'manifest.json'), 'utf8')) as { version: string };
const target = join(root, 'package', `pushpin-${version}.zip`);
const zip = zipSync(files, { level: 9, mtime });
await mkdir(join(root, 'package'), { recursive: true });
await writeFile(target, zip);
console.log(`${relative(root, target)}: ${paths.length} files, ${Math.ceil(zip.length / 1024)} kB`);
