import { describe, expect, it } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { providers } from '../src/providers/index.ts';
import { conventionKeys, conventions } from './locale-keys.ts';
import { sources } from './sources.ts';

interface Entry {
  key: string;
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}

const entries = Object.entries(messages).map(([key, entry]): Entry => ({ key, ...entry }));
const keys = entries.map(({ key }) => key);
const code = sources.map((source) => source.code).join('\n');

const keyOfCall = /\bkeyOf\(((?:[^()]|\([^()]*\))*)\)/g;
const made = [...code.matchAll(keyOfCall)].map(([, names = '']) => names);
const inManifest = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key);

/** Keys that have a text for each plural form, without the form. */
const pluralKeys = keys
  .flatMap((key) => /^(.*)_other$/.exec(key)?.[1] ?? [])
  .filter((stem) => keys.includes(`${stem}_one`));
const pluralForms = new Intl.PluralRules(messages.language.message).resolvedOptions().pluralCategories;
const formsOf = (stem: string) => pluralForms.map((form) => `${stem}_${form}`);

/** Words in quotes that look like keys. Parts of a key that `keyOf` makes are none. */
const literals = [...code.replace(keyOfCall, '').matchAll(/'([a-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)'/g)].map(
  ([, word = '']) => word,
);
const requestedKeys = [...code.matchAll(/\bt\('(\w+)'/g)].map(([, key = '']) => key);

describe('a key', () => {
  it('every key that is asked for exists', () => {
    const wanted = [...requestedKeys, ...inManifest, ...literals.filter((word) => word.includes('_'))];
    expect(wanted.filter((key) => !keys.includes(key) && !pluralKeys.includes(key))).toEqual([]);
  });

  it('every key that exists is used', () => {
    const plurals = pluralKeys.filter((stem) => literals.includes(stem)).flatMap(formsOf);
    const used = new Set([...literals, ...inManifest, ...conventionKeys(providers), ...plurals]);
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
  });

  it('a key with plural forms has every form of its language', () =>
    expect(pluralKeys.flatMap(formsOf).filter((key) => !keys.includes(key))).toEqual([]));

  it('a key that is made of names follows a known convention', () => {
    const knownCalls = Object.keys(conventions(providers));
    expect(made.filter((names) => !knownCalls.includes(names) && !names.startsWith('...'))).toEqual([]);
  });

  it('every convention for keys is still used somewhere', () =>
    expect(Object.keys(conventions(providers)).filter((names) => !made.includes(names))).toEqual([]));
});

/** Returns the keys of the entries that break a rule. */
const breaking = (broken: (entry: Entry) => boolean) => entries.filter(broken).map(({ key }) => key);

const usedIn = ({ message }: Entry) => [...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase());

describe('every text', () => {
  it('every text has a description for translators', () =>
    expect(breaking(({ description }) => !description)).toEqual([]));

  it('every text declares the placeholders that it uses', () =>
    expect(breaking((entry) => usedIn(entry).some((name) => !entry.placeholders?.[name]))).toEqual([]));

  // Every sentence about a failure or a wait is given the same three, and may use some of them.
  it('every text uses the placeholders that it declares', () =>
    expect(
      breaking((entry) => {
        const unused = Object.keys(entry.placeholders ?? {}).filter((name) => !usedIn(entry).includes(name));
        return unused.length > 0 && !/^(?:outcome|wait|health)_|_unauthorized_/.test(entry.key);
      }),
    ).toEqual([]));

  it('every text takes $1, $2 … each once, with an example for translators', () =>
    expect(
      breaking(({ placeholders = {} }) => {
        const all = Object.values(placeholders);
        return all.some(({ content, example }, index) => content !== `$${index + 1}` || !example);
      }),
    ).toEqual([]));

  it('every text has single spaces between its words and none around them', () =>
    expect(breaking(({ message }) => !/^\S+( \S+)*$/.test(message))).toEqual([]));

  it('every text begins in upper case, but for fragments of other texts and the tag of the language', () =>
    expect(breaking(({ message }) => /^[a-z]/.test(message))).toEqual(['language', 'optional', 'this_account']));

  it('every text is in sentence case', () => {
    const names =
      /\b(Z-API|Periskope|Pushpin|Chrome|WhatsApp|Client-Token|Security|Settings|API|Cloud|ID|IP|Support|Saved|Allow|Options|Add many|Paste|Pin copied)\b|\$\w+\$/g;
    const inside = ({ message }: Entry) =>
      message
        .replace(names, '')
        .split(/(?<=[.:;?!·“(]) */)
        .flatMap((sentence) => sentence.split(' ').slice(1));
    expect(breaking((entry) => inside(entry).some((word) => /^[A-Z][a-z]/.test(word)))).toEqual([]);
  });

  it('every text is written with typographic quotes and dots', () =>
    expect(breaking(({ message }) => /["']|\.\.\./.test(message))).toEqual([]));

  it('the description of the extension is as short as the store asks', () =>
    expect(messages.extension_description.message.length).toBeLessThanOrEqual(132));
});

it('dates and numbers are written in the language of the texts, not of the browser', () => {
  const browsers = /toLocale(?:Date|Time)?String\((?:\)|undefined)|Intl\.\w+Format\((?:\)|undefined)/;
  expect(sources.filter(({ code }) => browsers.test(code)).map(({ path }) => path)).toEqual([]);
});
