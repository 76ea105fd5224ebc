import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipFolder } from './zip-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');

const { version } = JSON.parse(await readFile(join(dist, 'manifest.json'), 'utf8')) as { version: string };
const target = join(root, 'package', `pushpin-${version}.zip`);
const { zip, fileCount } = await zipFolder(dist);
await mkdir(join(root, 'package'), { recursive: true });
await writeFile(target, zip);
console.log(`${relative(root, target)}: ${fileCount} files, ${Math.ceil(zip.length / 1024)} kB`);
