import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { providers } from '../../src/providers/index.ts';
import { sources } from '../sources.ts';
import { strayProviderNames } from './provider-names.ts';

it('no module of src names a provider outside the folder of that provider', () =>
  expect(sources.flatMap((source) => strayProviderNames(source, providers))).toEqual([]));

it('no sentence of the screens names a provider unless its key begins with the id of that provider', () => {
  const prefixes = providers.map(({ id }) => `${id.replaceAll('-', '_')}_`);
  const shared = Object.entries(messages).filter(([key]) => !prefixes.some((prefix) => key.startsWith(prefix)));
  const naming = shared.filter(([, { message }]) => providers.some(({ label }) => message.includes(label)));
  expect(naming.map(([key]) => key)).toEqual([]);
});

describe('a provider that is named outside its folder is found', () => {
  it.each([
    ['words/t.ts', '// A Z-API account'],
    ['pins/plan/plan.ts', "if (providerId === 'z-api') return;"],
    ['pins/plan/plan.ts', 'const isZApi = true;'],
    ['options/accounts/account-form.tsx', 'const PERISKOPE_HOST = "";'],
    ['providers/contract/provider.ts', 'const callOfPeriskope = 1;'],
    ['providers/periskope/index.ts', '/** As Z-API does. */'],
  ])('a provider’s name outside its folder is found in %s: %s', (path, text) =>
    expect(strayProviderNames({ path, text }, providers)).toHaveLength(1),
  );

  it('the letters of a provider’s name inside another word are not its name', () =>
    expect(strayProviderNames({ path: 'references/id-value.ts', text: '// wuzapi' }, providers)).toEqual([]));

  it('a provider may be named in its own folder and in the registry', () => {
    expect(strayProviderNames({ path: 'providers/z-api/index.ts', text: 'const zApi = 1;' }, providers)).toEqual([]);
    expect(strayProviderNames({ path: 'providers/index.ts', text: "import zApi from './z-api';" }, providers)).toEqual(
      [],
    );
  });
});
