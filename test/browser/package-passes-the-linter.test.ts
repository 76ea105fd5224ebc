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
    // The linter exits with a failure if it finds an error; the test reads its report.
    execFile(process.execPath, [linter, 'dist', '--output', 'json'], { cwd: root }, (failure, said) => {
      try {
        resolve(JSON.parse(said));
      } catch {
        reject(failure);
      }
    });
  });

test('package: the linter finds nothing but Firefox’s own wishes and Preact’s innerHTML', async () => {
  const { errors, warnings, notices } = await lint();
  expect([...errors, ...warnings, ...notices].map(({ code }) => code).sort()).toEqual([
    'ADDON_ID_REQUIRED',
    'BACKGROUND_SERVICE_WORKER_NOFALLBACK',
    'MISSING_DATA_COLLECTION_PERMISSIONS',
    'UNSAFE_VAR_ASSIGNMENT',
  ]);
});
