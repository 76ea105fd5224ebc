import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Finding {
  code: string;
  file?: string;
  message: string;
}

const lint = () =>
  new Promise<Record<'errors' | 'warnings' | 'notices', Finding[]>>((resolve, reject) => {
    const linter = fileURLToPath(new URL('../../node_modules/addons-linter/bin/addons-linter', import.meta.url));
    // The linter exits with a failure when it finds an error, so only output that is no JSON is a failure here.
    execFile(process.execPath, [linter, 'dist', '--output', 'json'], { cwd: root }, (failure, output) => {
      try {
        resolve(JSON.parse(output));
      } catch {
        reject(failure);
      }
    });
  });

// The linter is a process of its own that needs 5 s of a free processor. On a busy machine, the other processes come first.
test('package: the linter finds nothing but requirements of Firefox and Preact’s innerHTML', {
  timeout: 180_000,
}, async () => {
  const { errors, warnings, notices } = await lint();
  expect([...errors, ...warnings, ...notices].map(({ code }) => code).sort()).toEqual([
    'ADDON_ID_REQUIRED',
    'BACKGROUND_SERVICE_WORKER_NOFALLBACK',
    'MISSING_DATA_COLLECTION_PERMISSIONS',
    'UNSAFE_VAR_ASSIGNMENT',
  ]);
});
