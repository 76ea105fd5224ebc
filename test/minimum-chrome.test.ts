import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import { scriptFeatures } from './minimum-chrome/script-features.ts';
import { styleFeatures } from './minimum-chrome/style-features.ts';
import { root } from './sources.ts';

const minimum = Number(manifest.minimum_chrome_version);

/** Newer features that are used all the same, with what happens in a version without them. */
const withFallback: Readonly<Record<string, string>> = {
  'webextensions.api.action.openPopup': 'the popup opens as a small window',
  'css.properties.overscroll-behavior': 'below 144, the page scrolls over a list that has nothing to scroll',
};

const styles = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.css'))
  .map((path) => readFileSync(`${root}src/${path}`, 'utf8'));

const features = new Map(
  [...scriptFeatures(), ...styles.flatMap(styleFeatures)].map(({ path, chrome }) => [path, chrome]),
);
const newerThan = (version: number): string[] =>
  [...features].filter(([, chrome]) => chrome > version).map(([path]) => path);

it('the source uses nothing that is newer than minimum_chrome_version, unless there is a fallback', () => {
  expect(newerThan(minimum)).toEqual(Object.keys(withFallback));
});

it('minimum_chrome_version is the version of the newest feature that is used', () => {
  const needed = [...features].filter(([path]) => !(path in withFallback)).map(([, chrome]) => chrome);
  expect(Math.max(...needed)).toBe(minimum);
});

it.each([
  'javascript.builtins.Array.at',
  'javascript.builtins.Object.hasOwn',
  'javascript.builtins.Intl.DisplayNames.of',
  'api.AbortSignal.timeout_static',
  'api.Response.body',
  'api.fetch',
  'css.properties.field-sizing.content',
  'css.selectors.has',
  'css.types.color.light-dark',
  'css.at-rules.container',
  'html.elements.dialog',
  'webextensions.api.storage.StorageArea.get',
  'webextensions.api.menus.create',
])('%s is found among the features of the sources', (path) => {
  expect([...features.keys()]).toContain(path);
});
