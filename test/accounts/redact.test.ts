import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedact, redactStrings } from '../../src/accounts/redact.ts';
import { givenAway, spellings } from './spellings.ts';

const redact = (text: string, secrets: readonly string[]) => createRedact(secrets)(text);

describe('createRedact', () => {
  it.each([
    ['as it is', 'Client-Token F0011223344 not allowed', 'F0011223344', 'Client-Token •••• not allowed'],
    ['twice', 'F0011223344 F0011223344', 'F0011223344', '•••• ••••'],
    ['in another case', 'f0011223344 F0011223344', 'F0011223344', '•••• ••••'],
    ['in a URL', '/token/a%2Fb%2Bc%3D', 'a/b+c=', '/token/••••'],
    ['in a URL in small letters', '/token/a%2fb%2bc%3d', 'a/b+c=', '/token/••••'],
    ['in a URL within a URL', '?next=%252Ftoken%252Fa%25252Fb%252Bc%253D', 'a/b+c=', '?next=%252Ftoken%252F••••'],
    ['with signs that patterns know', 'key: (a.b)*[c]$^|?', '(a.b)*[c]$^|?', 'key: ••••'],
    ['within a longer word', 'xF0011223344y', 'F0011223344', 'x••••y'],
    ['in JSON that escapes a slash', '{"error":"a\\/b+c="}', 'a/b+c=', '{"error":"••••"}'],
    ['in JSON that escapes a quote', '{"error":"ab\\"cd"}', 'ab"cd', '{"error":"••••"}'],
    ['in JSON that escapes its first sign', '{"error":"\\"abcd"}', '"abcd', '{"error":"••••"}'],
    ['in JSON as Gson writes it', '{"error":"a\\u003d\\u003db"}', 'a==b', '{"error":"••••"}'],
    ['in JSON within JSON', '{"error":"{\\"key\\":\\"a\\\\u003d\\\\u003db\\"}"}', 'a==b', null],
    ['in HTML', '<p>a&lt;&amp;&quot;&#39;&#x3D;b</p>', 'a<&"\'=b', '<p>••••</p>'],
    ['in HTML within HTML', '<p>ab&amp;amp;cd</p>', 'ab&cd', '<p>••••</p>'],
    ['in base64', 'Basic RjAwMTEyMjMzNDQ=', 'F0011223344', null],
    ['in base64 after one character', `Basic ${btoa('u:F0011223344')}`, 'F0011223344', null],
    ['in base64 after two characters', `Basic ${btoa('us:F0011223344:x')}`, 'F0011223344', null],
  ])('createRedact masks a secret %s', (_how, text, secret, clean) => {
    const masked = redact(text, [secret]);
    expect(masked).toContain('••••');
    if (clean !== null) expect(masked).toBe(clean);
  });

  it.each([
    ['the shorter first', ['abcd1234', 'abcd1234efgh']],
    ['the longer first', ['abcd1234efgh', 'abcd1234']],
  ])('createRedact masks two secrets once if one begins with the other, %s', (_order, secrets) =>
    expect(redact('key abcd1234efgh', secrets)).toBe('key ••••'),
  );

  it.each([
    ['at its beginning', 'key 4567890123456789', 'key ••••'],
    ['at its end', 'key 0123456789012345', 'key ••••'],
    ['to twelve characters', 'key 234567890123, sorry', 'key ••••, sorry'],
    ['to eleven, which are not its own', 'key 23456789012, sorry', 'key 23456789012, sorry'],
  ])('createRedact masks a long secret that was cut %s', (_where, text, clean) =>
    expect(redact(text, ['01234567890123456789'])).toBe(clean),
  );

  it('createRedact leaves the text around a secret as it is', () =>
    expect(redact('{"a":"\\u00e9 %20 &amp; \\"","b":"abcd"}', ['abcd'])).toBe(
      '{"a":"\\u00e9 %20 &amp; \\"","b":"••••"}',
    ));

  it('createRedact leaves other texts as they are', () => expect(redact('axb', ['a.b', 'abc'])).toBe('axb'));

  it('createRedact does not mask secrets of fewer than four characters', () =>
    expect(redact('abc', ['', 'a', 'ab', 'abc'])).toBe('abc'));

  it('createRedact masks any secret between any texts', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(!'••••'.includes(secret) && !(before + after).includes(secret));
        expect(redact(before + secret + after, [secret])).not.toContain(secret);
      }),
    ));

  it('createRedact reads four megabytes in less than four seconds', () => {
    const text = '"chat_name":"Padaria & Café","members":["551199998888@c.us"],'.repeat(70_000);
    const secrets = ['F00112233445566778899aabbccddeeffS', 'eyJhbGciOiJIUzI1NiJ9.eyJvcmciOiJ4In0.c2lnbmF0dXJl'];
    const startedAt = performance.now();
    expect(redact(text, secrets)).toBe(text);
    // 0.3 s when the machine is idle.
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });

  it('createRedact takes time in proportion to the number of escapes', () => {
    const startedAt = performance.now();
    for (const unit of ['\\', '%25', '&amp;', '&amp', '%', '\\u005c', '0123456']) {
      redact(unit.repeat(256 * 1024), ['01234567890123456789', 'abcd']);
    }
    expect(performance.now() - startedAt).toBeLessThan(8_000);
  });
});

// The characters that providers allow in credentials: docs/providers.md "Z-API" and "Periskope". Without signs that are escapes by themselves.
const printable = fc.string({
  unit: fc.constantFrom(...'ABCXYZabcxyz0123456789-._~+/=<>"\''),
  minLength: 16,
  maxLength: 60,
});
const ways = fc.array(fc.constantFrom(...Object.keys(spellings)), { minLength: 1, maxLength: 2 });

it('createRedact masks a long secret in any two spellings on top of each other, also without its ends', () =>
  fc.assert(
    fc.property(printable, ways, fc.nat(2), fc.nat(2), (secret, names, start, end) => {
      const part = secret.slice(start, secret.length - end);
      const written = names.reduce((text, name) => spellings[name]?.(text) ?? text, part);
      expect(givenAway(redact(`error: ${written}, sorry`, [secret]), [secret])).toEqual([]);
    }),
    { numRuns: 1_000 },
  ));

it('redactStrings masks all strings of a value, except kind and reason', () =>
  expect(
    redactStrings(
      { kind: 'token', reason: 'token', detail: 'a token', list: [{ name: 'Token' }], at: 7, none: null },
      (text) => redact(text, ['token']),
    ),
  ).toEqual({ kind: 'token', reason: 'token', detail: 'a ••••', list: [{ name: '••••' }], at: 7, none: null }));
