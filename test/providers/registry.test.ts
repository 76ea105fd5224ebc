import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import locale from '../../public/_locales/en/messages.json' with { type: 'json' };
import { providers } from '../../src/providers/index.ts';
import { providerNames } from '../simulator/provider.ts';
import { root } from '../sources.ts';
import { fixtures } from './fixtures.ts';
import { checks, mismatches, type ProviderPlaces } from './provider-consistency.ts';

const folder = `${root}/src/providers`;
const names = readdirSync(folder).filter((name) => name !== 'contract' && name !== 'index.ts');
const modules = await Promise.all(
  names.map(
    async (name): Promise<[string, { default?: unknown }]> => [name, await import(`${folder}/${name}/index.ts`)],
  ),
);

const places: ProviderPlaces = {
  folders: Object.fromEntries(modules),
  registry: providers,
  manifest,
  readme: readFileSync(`${root}/README.md`, 'utf8'),
  locale,
  fixtures: Object.keys(fixtures),
  simulated: providerNames,
};

describe('the providers of this repository', () => {
  it.each(Object.entries(checks))('the providers and these places agree: %s', (_what, check) =>
    expect(check(places)).toEqual([]),
  );

  it('the providers have different ids, labels and origins', () => {
    const values = providers.flatMap(({ id, label, origin }) => [id, label, origin]);
    expect(new Set(values).size).toBe(values.length);
  });

  it.each(providers)('the id $id can be part of a message key and of a file name', ({ id }) =>
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/),
  );

  it.each(providers)('the documentation and the panel of $id are https addresses', ({ docs, panel }) =>
    expect([docs, panel].filter((address) => new URL(address).protocol !== 'https:')).toEqual([]),
  );

  it.each(providers)('the choices of $id need only fields that the provider has', ({ fields, choices }) => {
    const known = fields.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(choices ? [choices.field, ...choices.needs] : []));
  });
});

describe('the checks', () => {
  const { folders, readme } = places;
  const [zApi] = providers;
  const { 'z-api': zApiFolder, ...otherFolders } = folders;
  const { z_api_instanceId_help: _help, ...otherWords } = locale;
  const { outcome_unknown_timeout: _sentence, ...noSentence } = locale;
  const { question_chat_missing: _question, ...noQuestion } = locale;
  const csp = (extension_pages: string) => ({ ...manifest, content_security_policy: { extension_pages } });
  const policy = manifest.content_security_policy.extension_pages;
  const onlyZApi = providers.filter((record) => record === zApi);

  it.each<[string, Partial<ProviderPlaces>, string]>([
    ['a missing folder', { folders: otherFolders }, 'is not the default export of src/providers/z-api/index.ts'],
    ['a folder with another name', { folders: { ...otherFolders, zapi: zApiFolder ?? {} } }, 'src/providers/z-api'],
    [
      'a folder that is not in the registry',
      { folders: { ...folders, new: {} } },
      'src/providers/new is not in the registry',
    ],
    ['a missing line in the registry', { registry: onlyZApi }, 'src/providers/periskope is not in the registry'],
    [
      'a missing host permission',
      { manifest: { ...manifest, host_permissions: [] } },
      'no host permission https://api.z-api.io/*',
    ],
    [
      'an origin that the content security policy lacks',
      { manifest: csp(policy.replace('https://api.z-api.io', '')) },
      'not allow https://api.z-api.io',
    ],
    ['an empty content security policy', { manifest: csp('') }, 'does not allow https://api.periskope.app'],
    ['a missing row in the README', { readme: readme.replace(/^\| Z-API/m, '| Z') }, 'README.md has no row for Z-API'],
    ['a missing text of a field', { locale: otherWords }, 'no "z_api_instanceId_help"'],
    ['a missing sentence for an outcome', { locale: noSentence }, 'no "outcome_unknown_timeout"'],
    ['a missing fixture', { fixtures: ['z-api'] }, 'no fixture for "periskope"'],
    ['a provider that the simulator lacks', { simulated: ['z-api'] }, 'does not stand in for "periskope"'],
    ['a missing sentence for a question', { locale: noQuestion }, 'no "question_chat_missing"'],
  ])('the checks report %s', (_what, change, message) =>
    expect(mismatches({ ...places, ...change })).toContainEqual(expect.stringContaining(message)),
  );

  it.each<[string, Partial<ProviderPlaces>, string]>([
    [
      'a host permission of no provider',
      { manifest: { ...manifest, host_permissions: [...manifest.host_permissions, 'https://*/*'] } },
      'host permission of no provider: https://*/*',
    ],
    [
      'an origin of no provider in the content security policy',
      { manifest: csp(policy.replace('connect-src', 'connect-src *')) },
      'allows an origin of no provider: *',
    ],
    ['a text of no field', { locale: { ...locale, z_api_password: {} } }, 'key of no field: "z_api_password"'],
  ])('the checks report %s', (_what, change, message) =>
    expect(mismatches({ ...places, ...change })).toContainEqual(expect.stringContaining(message)),
  );
});
