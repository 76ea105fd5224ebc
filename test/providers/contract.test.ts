import { describe, expect, it } from 'vitest';
import { providerOf, providers } from '../../src/providers/index.ts';
import { describeProvider } from './contract.ts';
import { fixtures } from './fixtures.ts';

describe.each(providers.map((record) => ({ id: record.id, record })))('$id', ({ id, record }) => {
  const fixture = fixtures[id];
  if (fixture) describeProvider(record, fixture);

  it('a provider is found by its id', () => expect(providerOf(id)).toBe(record));
});

it('an unknown id of a provider throws', () => expect(() => providerOf('toString')).toThrow('toString'));
