import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretsOf, viewOf } from '../../src/accounts/account.ts';
import { providerOf, providers } from '../../src/providers/index.ts';
import { makePeriskopeAccount, makeZApiAccount } from './make-account.ts';

const alone = { accounts: [], defaultId: null };

describe('what a page sees of an account', () => {
  it('names what is open and the end of what is secret', () =>
    expect(
      viewOf(makeZApiAccount({ defaultChat: '5511999999999@c.us' }), { accounts: [], defaultId: 'support' }),
    ).toEqual({
      id: 'support',
      providerId: 'z-api',
      provider: { id: 'z-api', label: 'Z-API', host: 'api.z-api.io', listsMessages: false },
      name: 'Support',
      fields: {
        instanceId: { kind: 'open', value: '3C01A2B3C4D5E6F708192A3B4C5D6E7F' },
        instanceToken: { kind: 'saved', ending: '3A4B' },
        clientToken: { kind: 'saved', ending: 'effS' },
      },
      names: ['3C01A2B3C4D5E6F708192A3B4C5D6E7F'],
      number: null,
      days: 7,
      defaultChat: '5511999999999@c.us',
      isDefault: true,
    }));

  it('knows its number as it was learnt, or as it stands among its credentials', () => {
    const numbers = [makeZApiAccount({ number: '5511999990000' }), makePeriskopeAccount()];
    expect(numbers.map((account) => viewOf(account, alone).number)).toEqual([
      '5511999990000',
      makePeriskopeAccount().credentials.phone,
    ]);
  });

  it('leaves out what has no value', () => {
    const { clientToken: _, ...credentials } = makeZApiAccount().credentials;
    expect(Object.keys(viewOf(makeZApiAccount({ credentials }), alone).fields)).toEqual([
      'instanceId',
      'instanceToken',
    ]);
  });

  it('leaves out what the provider does not know', () => {
    const credentials = { ...makePeriskopeAccount().credentials, password: 'letmein-please' };
    expect(JSON.stringify(viewOf(makePeriskopeAccount({ credentials }), alone))).not.toContain('letmein');
  });

  it('is the default only where the book says so', () => {
    const book = { accounts: [], defaultId: 'other' };
    expect([viewOf(makeZApiAccount(), alone).isDefault, viewOf(makeZApiAccount(), book).isDefault]).toEqual([
      false,
      false,
    ]);
  });

  // Letters that stand nowhere else in a view, nor in another field.
  const secretOf = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 });
  const secrets = fc.tuple(secretOf('αβγ'), secretOf('δεζ'), secretOf('ηθι'));

  it.each(providers)('of $label never has more than four letters of a secret, and none of a short one', (record) =>
    fc.assert(
      fc.property(secrets, (values) => {
        const hidden = record.fields.filter(({ secret }) => secret);
        const credentials = Object.fromEntries(hidden.map(({ name }, at) => [name, values[at] ?? '']));
        const view = JSON.stringify(viewOf(makeZApiAccount({ providerId: record.id, credentials }), alone));
        for (const secret of Object.values(credentials)) {
          const shown = [...view].filter((letter) => secret.includes(letter)).join('');
          expect(shown).toBe(secret.length < 12 ? '' : secret.slice(-4));
        }
      }),
    ),
  );
});

describe('the secrets of an account', () => {
  it.each([
    [makeZApiAccount(), ['00A1B2C3D4E5F60718293A4B', 'F00112233445566778899aabbccddeeffS']],
    [makePeriskopeAccount(), ['eyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJ4In0.c2lnbmF0dXJl']],
    [makeZApiAccount({ credentials: {} }), []],
  ])('%#', (account, secrets) =>
    expect(secretsOf(providerOf(account.providerId), account.credentials)).toEqual(secrets),
  );
});
