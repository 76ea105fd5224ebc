import { describe, expect, it } from 'vitest';
import { providerOf, providers } from '../../src/providers/index.ts';
import { describeProvider } from './contract.ts';
import type { Fixture } from './fixture.ts';
import { periskopeFixture } from './periskope-fixture.ts';
import { zApiFixture } from './z-api-fixture.ts';

const fixtures: Readonly<Record<string, Fixture>> = { 'z-api': zApiFixture, periskope: periskopeFixture };

it('has a fixture for every provider', () =>
  expect(Object.keys(fixtures).sort()).toEqual(providers.map(({ id }) => id).sort()));

describe.each(providers.map((record) => ({ id: record.id, record })))('$id', ({ id, record }) => {
  const fixture = fixtures[id];
  if (fixture) describeProvider(record, fixture);

  it('is found by its id', () => expect(providerOf(id)).toBe(record));
});

it('knows no provider that there is not', () => expect(() => providerOf('toString')).toThrow('toString'));
