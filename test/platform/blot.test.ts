import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { blot } from '../../src/platform/http.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

describe('a secret in an answer', () => {
  it.each([
    ['as it is', 'Client-Token F0011223344 not allowed', 'F0011223344', 'Client-Token •••• not allowed'],
    ['twice', 'F0011223344 F0011223344', 'F0011223344', '•••• ••••'],
    ['in another case', 'f0011223344 F0011223344', 'F0011223344', '•••• ••••'],
    ['in a URL', '/token/a%2Fb%2Bc%3D', 'a/b+c=', '/token/••••'],
    ['in a URL in small letters', '/token/a%2fb%2bc%3d', 'a/b+c=', '/token/••••'],
    ['with signs that patterns know', 'key: (a.b)*[c]$^|?', '(a.b)*[c]$^|?', 'key: ••••'],
    ['within a longer word', 'xF0011223344y', 'F0011223344', 'x••••y'],
    ['in JSON that escapes a slash', '{"error":"a\\/b+c="}', 'a/b+c=', '{"error":"••••"}'],
    ['in JSON that escapes a quote', '{"error":"ab\\"cd"}', 'ab"cd', '{"error":"••••"}'],
  ])('is blotted out %s', (_how, text, secret, clean) => expect(blot(text, [secret])).toBe(clean));

  it.each([
    ['the shorter first', ['abcd1234', 'abcd1234efgh']],
    ['the longer first', ['abcd1234efgh', 'abcd1234']],
  ])('that begins another is blotted out with it, %s', (_order, secrets) =>
    expect(blot('key abcd1234efgh', secrets)).toBe('key ••••'),
  );

  it('leaves other letters alone', () => expect(blot('axb', ['a.b', 'abc'])).toBe('axb'));

  it('that is too short to be one stays, lest every text be blots', () =>
    expect(blot('abc', ['', 'a', 'ab', 'abc'])).toBe('abc'));

  it('never comes through, whatever it is', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(!'••••'.includes(secret) && !(before + after).includes(secret));
        expect(blot(before + secret + after, [secret])).not.toContain(secret);
      }),
    ));
});
