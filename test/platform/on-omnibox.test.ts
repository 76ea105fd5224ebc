import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { toXml } from '../../src/platform/on-omnibox.ts';

vi.mock('../../src/platform/browser', () => ({ browser: {} }));

describe('toXml', () => {
  it.each([
    ['a plain line', 'a plain line'],
    [`<b> & "c" 'd'`, '&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;'],
    ['a\u0000b\nc\ud800d', 'a b c d'],
  ])('toXml writes %j as %j', (line, xml) => expect(toXml(line)).toBe(xml));

  it('toXml writes any text without unescaped characters', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        expect(toXml(line)).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/);
      }),
    ));
});
