import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import locale from '../../public/_locales/en/messages.json' with { type: 'json' };
import { providers } from '../../src/providers/index.ts';
import { root } from '../sources.ts';
import { checks, disagreements, type HouseOfProviders } from './provider-consistency.ts';

const folder = `${root}/src/providers`;
const names = readdirSync(folder).filter((name) => name !== 'contract' && name !== 'index.ts');
const modules = await Promise.all(
  names.map(
    async (name): Promise<[string, { default?: unknown }]> => [name, await import(`${folder}/${name}/index.ts`)],
  ),
);

const house: HouseOfProviders = {
  folders: Object.fromEntries(modules),
  registry: providers,
  manifest,
  readme: readFileSync(`${root}/README.md`, 'utf8'),
  locale,
};

describe('in this house', () => {
  it.each(Object.entries(checks))('%s agree', (_what, check) => expect(check(house)).toEqual([]));

  it('has every id, label and origin once', () => {
    const values = providers.flatMap(({ id, label, origin }) => [id, label, origin]);
    expect(new Set(values).size).toBe(values.length);
  });

  it.each(providers)('$id is written so that a key and a file can be named after it', ({ id }) =>
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/),
  );

  it.each(providers)('$id names documentation and panel by https', ({ docs, panel }) =>
    expect([docs, panel].filter((address) => new URL(address).protocol !== 'https:')).toEqual([]),
  );

  it.each(providers)('$id needs only fields that it has for its choices', ({ fields, choices }) => {
    const known = fields.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(choices ? [choices.field, ...choices.needs] : []));
  });
});

describe('without', () => {
  const { folders, readme } = house;
  const [zApi] = providers;
  const { 'z-api': zApiFolder, ...otherFolders } = folders;
  const { z_api_instanceId_help: _help, ...otherWords } = locale;
  const { outcome_unknown_timeout: _sentence, ...noSentence } = locale;
  const { question_chat_missing: _question, ...noQuestion } = locale;
  const csp = (extension_pages: string) => ({ ...manifest, content_security_policy: { extension_pages } });
  const policy = manifest.content_security_policy.extension_pages;
  const onlyZApi = providers.filter((record) => record === zApi);

  it.each<[string, Partial<HouseOfProviders>, string]>([
    ['its folder', { folders: otherFolders }, 'is not the default export of src/providers/z-api/index.ts'],
    ['its name on the folder', { folders: { ...otherFolders, zapi: zApiFolder ?? {} } }, 'src/providers/z-api'],
    ['a record in the folder', { folders: { ...folders, new: {} } }, 'src/providers/new is not in the registry'],
    ['its line in the registry', { registry: onlyZApi }, 'src/providers/periskope is not in the registry'],
    [
      'its host permission',
      { manifest: { ...manifest, host_permissions: [] } },
      'no host permission https://api.z-api.io/*',
    ],
    [
      'its place in the policy',
      { manifest: csp(policy.replace('https://api.z-api.io', '')) },
      'not allow https://api.z-api.io',
    ],
    ['a policy', { manifest: csp('') }, 'does not allow https://api.periskope.app'],
    ['its row in the README', { readme: readme.replace(/^\| Z-API/m, '| Z') }, 'README.md has no row for Z-API'],
    ['its words', { locale: otherWords }, 'no "z_api_instanceId_help"'],
    ['a sentence', { locale: noSentence }, 'no "outcome_unknown_timeout"'],
    ['a question', { locale: noQuestion }, 'no "question_chat_missing"'],
  ])('%s it says so', (_what, change, said) =>
    expect(disagreements({ ...house, ...change })).toContainEqual(expect.stringContaining(said)),
  );

  it.each<[string, Partial<HouseOfProviders>, string]>([
    [
      'a host permission',
      { manifest: { ...manifest, host_permissions: [...manifest.host_permissions, 'https://*/*'] } },
      'host permission too much: https://*/*',
    ],
    [
      'an origin in the policy',
      { manifest: csp(policy.replace('connect-src', 'connect-src *')) },
      'allows too much: *',
    ],
    ['words of no field', { locale: { ...locale, z_api_password: {} } }, 'key of no field: "z_api_password"'],
  ])('need it says that it has too much: %s', (_what, change, said) =>
    expect(disagreements({ ...house, ...change })).toContainEqual(expect.stringContaining(said)),
  );
});
