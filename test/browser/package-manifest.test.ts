import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import source from '../../manifest.json' with { type: 'json' };

const dist = new URL('../../dist/', import.meta.url);
const text = await readFile(new URL('manifest.json', dist), 'utf8');
const manifest: Record<string, unknown> = JSON.parse(text);

test('package: the manifest asks for no more than it needs', () => {
  expect(manifest.permissions).toEqual([
    'storage',
    'unlimitedStorage',
    'alarms',
    'contextMenus',
    'activeTab',
    'scripting',
  ]);
  expect(manifest.optional_permissions).toEqual(['clipboardRead']);
  expect(manifest.host_permissions).toEqual(['https://api.z-api.io/*', 'https://api.periskope.app/*']);
  for (const key of ['optional_host_permissions', 'content_scripts', 'externally_connectable']) {
    expect(manifest).not.toHaveProperty(key);
  }
});

test('package: the manifest keeps Pushpin out of private windows', () => {
  expect(manifest.incognito).toBe('not_allowed');
});

test('package: the manifest makes nothing accessible to web pages and keeps its content security policy', () => {
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest.content_security_policy).toEqual(source.content_security_policy);
  const policy = source.content_security_policy.extension_pages;
  expect(policy).not.toMatch(/unsafe|localhost|\*/);
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain('connect-src https://api.z-api.io https://api.periskope.app;');
});

test('package: the build has no trace of a development build', async () => {
  const loader = await readFile(new URL('service-worker-loader.js', dist), 'utf8');
  expect(text + loader).not.toMatch(/localhost|127\.0\.0\.1|@vite|5173/);
});
