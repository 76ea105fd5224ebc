import type { Provider } from '../../src/providers/index.ts';
import { conventionKeys, providerKeys } from '../locale-keys.ts';

/** The places that have to agree about the providers. */
export interface ProviderPlaces {
  /** The index.ts of each folder in `src/providers`, without contract, by the folder's name. */
  folders: Readonly<Record<string, { default?: unknown }>>;
  registry: readonly Provider[];
  manifest: {
    host_permissions: readonly string[];
    content_security_policy: { extension_pages: string };
  };
  readme: string;
  locale: Readonly<Record<string, unknown>>;
  /** The ids of the providers that have a fixture for the contract tests. */
  fixtures: readonly string[];
  /** The ids of the providers that the simulator stands in for. */
  simulated: readonly string[];
}

const without = (these: readonly string[], those: readonly string[]) => these.filter((each) => !those.includes(each));

const idsOf = (registry: readonly Provider[]) => registry.map(({ id }) => id);

/** The directives of a policy, by name. */
const directives = (policy: string): Readonly<Record<string, string[]>> =>
  Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );

/** The pairs of places that have to agree. Each check returns what is missing or too much, as sentences that say where. */
export const checks: Readonly<Record<string, (places: ProviderPlaces) => string[]>> = {
  'the folder and the registry': ({ folders, registry }) => {
    const listed = Object.keys(folders).filter((name) => registry.some((each) => each === folders[name]?.default));
    return [
      ...without(Object.keys(folders), listed).map((name) => `src/providers/${name} is not in the registry`),
      ...registry
        .filter((record) => folders[record.id]?.default !== record)
        .map(({ id }) => `the registry's "${id}" is not the default export of src/providers/${id}/index.ts`),
    ];
  },
  'the registry and the host permissions': ({ registry, manifest }) => {
    const hosts = registry.map(({ origin }) => `${origin}/*`);
    return [
      ...without(hosts, manifest.host_permissions).map((host) => `manifest.json has no host permission ${host}`),
      ...without(manifest.host_permissions, hosts).map(
        (host) => `manifest.json has a host permission of no provider: ${host}`,
      ),
    ];
  },
  'the registry and the content security policy': ({ registry, manifest }) => {
    const reached = directives(manifest.content_security_policy.extension_pages)['connect-src'] ?? [];
    const origins = registry.map(({ origin }) => origin);
    return [
      ...without(origins, reached).map((origin) => `the content security policy does not allow ${origin}`),
      ...without(reached, origins).map(
        (origin) => `the content security policy allows an origin of no provider: ${origin}`,
      ),
    ];
  },
  'the registry and README.md': ({ registry, readme }) => {
    const rows = readme.split('\n').flatMap((line) => /^\| ([^|]+?) +\|/.exec(line)?.[1] ?? []);
    return without(
      registry.map(({ label }) => label),
      rows,
    ).map((label) => `README.md has no row for ${label}`);
  },
  'the registry and the fixtures of the contract tests': ({ registry, fixtures }) =>
    without(idsOf(registry), fixtures).map((id) => `test/providers/fixtures.ts has no fixture for "${id}"`),
  'the registry and the simulator': ({ registry, simulated }) =>
    without(idsOf(registry), simulated).map((id) => `test/simulator does not stand in for "${id}"`),
  'what has a sentence and the words': ({ registry, locale }) =>
    without(conventionKeys(registry), Object.keys(locale)).map((key) => `_locales/en has no "${key}"`),
  'the words and the fields': ({ registry, locale }) => {
    const ofProviders = Object.keys(locale).filter((key) =>
      registry.some(({ id }) => key.startsWith(`${id.replaceAll('-', '_')}_`)),
    );
    return without(ofProviders, registry.flatMap(providerKeys)).map(
      (key) => `_locales/en has a key of no field: "${key}"`,
    );
  },
};

/** Returns everything that is missing or too much, in any place. */
export const mismatches = (places: ProviderPlaces): string[] => Object.values(checks).flatMap((check) => check(places));
