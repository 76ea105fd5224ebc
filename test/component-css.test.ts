import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root, sources } from './sources.ts';

const read = (path: string): string => readFileSync(`${root}/src/${path}`, 'utf8');

/** The classes that a style sheet has rules for. */
const definedIn = (css: string): string[] => [...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name);

/** The classes that a component writes as text; those that it computes are left out. */
function usedIn(code: string): string[] {
  const attributes = [...code.matchAll(/\bclass=(?:"([^"]*)"|\{((?:\$\{[^}]*\}|[^}])*)\})/g)];
  return attributes.flatMap(([, literal, expression = '']) => {
    // A string that something is compared with is not a class.
    const classes = expression.replace(/[!=]== '[^']*'/g, '');
    const texts = [...classes.matchAll(/(['"`])(.*?)\1/g)].map(([, , text = '']) => text);
    return [literal ?? '', ...texts].flatMap((text) =>
      text
        .replace(/\$\{[^}]*\}/g, ' ')
        .split(/\s+/)
        .filter(Boolean),
    );
  });
}

/** The style sheets that a component imports. */
const importedBy = (path: string, code: string): string[] =>
  [...code.matchAll(/^import '([^']+\.css)';/gm)].map(([, from = '']) =>
    new URL(from, `file:///${path}`).pathname.slice(1),
  );

const shared = readdirSync(`${root}/src/ui/styles`).flatMap((name) => definedIn(read(`ui/styles/${name}`)));
const components = sources.filter(({ path }) => /^(ui|popup)\/.*\.tsx$/.test(path));

describe('the classes of a component have their rules beside it or in ui/styles', () => {
  it.each(components)('the classes of $path have their rules beside it or in ui/styles', ({ path, code }) => {
    const defined = new Set([...shared, ...importedBy(path, code).flatMap((css) => definedIn(read(css)))]);
    expect(usedIn(code).filter((name) => !defined.has(name))).toEqual([]);
  });
});

it('a style sheet beside a component is imported by the component of the same name', () => {
  const sheets = ['ui', 'popup'].flatMap((folder) =>
    readdirSync(`${root}/src/${folder}`)
      .filter((name) => name.endsWith('.css'))
      .map((name) => `${folder}/${name}`),
  );
  const imported = components.flatMap(({ path, code }) =>
    importedBy(path, code).filter((css) => css === path.replace(/\.tsx$/, '.css')),
  );
  expect(sheets.filter((css) => !imported.includes(css))).toEqual([]);
});

it('a class is found in a text, in a choice and in a template, and what is compared is no class', () => {
  const code = `<p class="note soft"/><p class={kind === 'a' ? 'b c' : 'd'}/><p class={\`e \${kind} f\`}/>`;
  expect(usedIn(code)).toEqual(['note', 'soft', 'b', 'c', 'd', 'e', 'f']);
});
