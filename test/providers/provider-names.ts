import type { Provider } from '../../src/providers/index.ts';
import type { Source } from '../sources.ts';

/** Finds the spellings of a provider's id and label in a text: `z-api` is also found as `zApi`, `Z_API` and `Z-API`. */
function spellingsIn(text: string, { id, label }: Pick<Provider, 'id' | 'label'>): string[] {
  const names = [id, label].map((name) => name.split(/[^a-z0-9]+/i).join('[-_ ]?'));
  return [...text.matchAll(new RegExp(names.join('|'), 'gi'))].flatMap(({ 0: name, index }) => {
    // In `wuzapi` the letters are part of a longer word.
    const isInsideWord = index > 0 && /^[a-z]{2}/.test(text.slice(index - 1));
    return isInsideWord ? [] : [name];
  });
}

/** The registry is the one file outside a provider's folder that may name it. */
const registry = 'providers/index.ts';

/** The places where a module names a provider although it is not in that provider's folder, as sentences. */
export const strayProviderNames = (
  { path, text }: Pick<Source, 'path' | 'text'>,
  providers: readonly Pick<Provider, 'id' | 'label'>[],
): string[] =>
  path === registry
    ? []
    : providers
        .filter(({ id }) => !path.startsWith(`providers/${id}/`))
        .flatMap((provider) => spellingsIn(text, provider).map((name) => `${path} names ${name}`));
