import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretsOf, viewOf } from '../../src/accounts/account.ts';
import { providerOf, providers } from '../../src/providers/index.ts';
import { makePeriskopeAccount, makeZApiAccount } from './make-account.ts';

const emptyBook = { accounts: [], defaultId: null };

describe('viewOf', () => {
  it('viewOf shows open values whole, and only the end of secrets', () =>
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

  it('viewOf has the number that the provider told, or the one among the credentials', () => {
    const numbers = [makeZApiAccount({ number: '5511999990000' }), makePeriskopeAccount()];
    expect(numbers.map((account) => viewOf(account, emptyBook).number)).toEqual([
      '5511999990000',
      makePeriskopeAccount().credentials.phone,
    ]);
  });

  it('viewOf leaves out fields without a value', () => {
    const { clientToken: _, ...credentials } = makeZApiAccount().credentials;
    expect(Object.keys(viewOf(makeZApiAccount({ credentials }), emptyBook).fields)).toEqual([
      'instanceId',
      'instanceToken',
    ]);
  });

  it('viewOf leaves out credentials that the provider does not have', () => {
    const credentials = { ...makePeriskopeAccount().credentials, password: 'letmein-please' };
    expect(JSON.stringify(viewOf(makePeriskopeAccount({ credentials }), emptyBook))).not.toContain('letmein');
  });

  it('viewOf marks the default account alone', () => {
    const book = { accounts: [], defaultId: 'other' };
    expect([viewOf(makeZApiAccount(), emptyBook).isDefault, viewOf(makeZApiAccount(), book).isDefault]).toEqual([
      false,
      false,
    ]);
  });

  // Each secret has letters that occur neither elsewhere in a view nor in another secret.
  const secretOf = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 });
  const secrets = fc.tuple(secretOf('αβγ'), secretOf('δεζ'), secretOf('ηθι'));

  it.each(providers)(
    'viewOf an account at $label never has more than four characters of a secret, and none of a short one',
    (record) =>
      fc.assert(
        fc.property(secrets, (values) => {
          const hidden = record.fields.filter(({ secret }) => secret);
          const credentials = Object.fromEntries(hidden.map(({ name }, index) => [name, values[index] ?? '']));
          const view = JSON.stringify(viewOf(makeZApiAccount({ providerId: record.id, credentials }), emptyBook));
          for (const secret of Object.values(credentials)) {
            const shown = [...view].filter((letter) => secret.includes(letter)).join('');
            expect(shown).toBe(secret.length < 12 ? '' : secret.slice(-4));
          }
        }),
      ),
  );
});

describe('secretsOf', () => {
  it.each([
    ['Z-API', makeZApiAccount(), ['00A1B2C3D4E5F60718293A4B', 'F00112233445566778899aabbccddeeffS']],
    ['Periskope', makePeriskopeAccount(), ['eyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJ4In0.c2lnbmF0dXJl']],
    ['Z-API without credentials', makeZApiAccount({ credentials: {} }), []],
  ])('secretsOf an account at %s returns its secret fields alone', (_where, account, secrets) =>
    expect(secretsOf(providerOf(account.providerId), account.credentials)).toEqual(secrets),
  );
});
