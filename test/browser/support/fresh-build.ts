import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sources = ['src', 'public', 'manifest.json', 'vite.config.ts', 'package-lock.json'];

async function changedAt(path: string): Promise<number> {
  const found = await stat(path);
  const inside = found.isDirectory() ? await readdir(path, { recursive: true }) : [];
  const times = await Promise.all(inside.map(async (name) => (await stat(join(path, name))).mtimeMs));
  return Math.max(found.mtimeMs, ...times);
}

/** Builds dist/ before the browser tests, if one of its sources has changed since the last build. */
export default async function freshBuild(): Promise<void> {
  const builtAt = statSync(join(root, 'dist', 'manifest.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const times = await Promise.all(sources.map((source) => changedAt(join(root, source))));
  if (Math.max(...times) <= builtAt) return;
  // In a process of its own, because Vitest's NODE_ENV=test would give another build than `npm run build`.
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, env, stdio: 'inherit' });
}
