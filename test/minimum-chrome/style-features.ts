import { entryAt, type Feature, featureAt } from './compat-data.ts';

const kinds = Object.keys(entryAt(['css', 'types']) ?? {});

/** A function of CSS values, which the data lists under the type of its result or under its own name. */
const functionNamed = (name: string): Feature[] =>
  featureAt(['css', 'types', name], ...kinds.map((kind) => ['css', 'types', kind, name]));

/** The properties with their keywords, functions, selectors and at-rules that a style sheet uses. */
export function styleFeatures(css: string): Feature[] {
  const code = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const declarations = [...code.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)];
  return [
    ...declarations.flatMap(([, property = '', value = '']) => [
      ...featureAt(['css', 'properties', property]),
      ...(value.match(/[a-z][a-z-]*/g) ?? []).flatMap((word) => featureAt(['css', 'properties', property, word])),
      ...[...value.matchAll(/([a-z-]+)\(/g)].flatMap(([, name = '']) => functionNamed(name)),
    ]),
    ...[...code.matchAll(/::?([a-z-]+)/g)].flatMap(([, name = '']) => featureAt(['css', 'selectors', name])),
    ...[...code.matchAll(/@([a-z-]+)/g)].flatMap(([, name = '']) => featureAt(['css', 'at-rules', name])),
  ];
}
