import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { brokenCitations } from './citations.ts';
import { modulesOf, root } from './sources.ts';

const read = (path: string): string | undefined =>
  existsSync(`${root}/${path}`) ? readFileSync(`${root}/${path}`, 'utf8') : undefined;

it.each(['src', 'test'])('every document and heading that %s cites is there', (folder) => {
  const modules = modulesOf(folder).filter(({ path }) => !path.startsWith('citations.'));
  expect(
    modules.flatMap(({ path, text }) => brokenCitations(text, read).map((citation) => `${path} cites ${citation}`)),
  ).toEqual([]);
});

it('a cited document or heading that is not there is found', () => {
  const documents: Record<string, string> = { 'docs/providers.md': '# Providers\n\n## Z-API\n' };
  const cited = 'docs/providers.md "Z-API", docs/providers.md "Whapi", docs/gone.md "Z-API", docs/providers.md';
  expect(brokenCitations(cited, (path) => documents[path])).toEqual([
    'docs/providers.md "Whapi": docs/providers.md has no such heading',
    'docs/gone.md "Z-API": there is no docs/gone.md',
  ]);
});
