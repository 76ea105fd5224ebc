import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeCredentials, type Provider } from '../../../src/providers/index.ts';
import type { Fixture } from '../fixture.ts';

const prose = [
  '',
  'Pin this message, please.',
  'Fixar a mensagem 3EB0796DC6B777C0C7CD no grupo 120363019502650977-group',
  '3C01A2B3C4D5E6F708192A3B4C5D6E7F',
  '919876543210',
  'https://example.com/docs?token=1',
  'curl https://example.com/v1/phones',
];

/** Generates input for a field: JIDs, phone numbers, keys with the words of their header, and any other text. */
const typed = fc.oneof(
  fc.string(),
  fc.stringMatching(/^(\+|00)?\d{5,17}(-\d{5,15})?(@(c\.us|g\.us|lid))?$/),
  fc.stringMatching(/^(Bearer ){0,2}[\w.-]{4,20}$/),
  fc.stringMatching(/^ ?phone-[a-z0-9]{3,20}\n?$/),
);

/** The part of the contract that the account form relies on. */
export function describeFields(record: Provider, { credentials, pasted }: Fixture): void {
  describe.each(record.fields.map((field) => ({ name: field.name, field })))('the field $name', ({ name, field }) => {
    const valid = credentials[name] ?? '';

    it('a valid value is kept as it is', () => {
      expect(field.clean(valid)).toBe(valid);
      expect(field.problem(valid, credentials)).toBeNull();
    });

    it('white space around a valid value is removed', () => expect(field.clean(`  ${valid}\n`)).toBe(valid));

    it('an empty value and white space are refused', () => {
      expect(field.clean(' \n\t')).toBe('');
      expect(field.problem('', {})).not.toBeNull();
    });

    it('cleaning a clean value changes nothing', () =>
      fc.assert(
        fc.property(typed, (text) => {
          const clean = field.clean(text);
          expect(field.clean(clean)).toBe(clean);
        }),
        { numRuns: 500, examples: [['Bearer Bearer abcdefgh'], ['0055119999@c.us'], ['12345-12345@g.us']] },
      ));

    it('a field returns only problems that it lists', () =>
      fc.assert(
        fc.property(typed, fc.dictionary(fc.constantFrom(...Object.keys(credentials)), typed), (text, all) => {
          expect([null, ...field.problems]).toContain(field.problem(field.clean(text), all));
        }),
      ));
  });

  describe('what is pasted', () => {
    it.each(pasted)('$what fills in the fields', ({ text, credentials: read }) =>
      expect(record.readPasted(text)).toEqual(read),
    );

    it.each(pasted)('$what is recognized as credentials', ({ text }) => expect(looksLikeCredentials(text)).toBe(true));

    it.each(prose)('no field is filled in from "%s"', (text) => expect(record.readPasted(text)).toBeNull());

    it('reading a pasted text never throws, and fills in only fields of the provider', () =>
      fc.assert(
        fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...pasted.map(({ text }) => text)))), (pieces) => {
          const read = Object.entries(record.readPasted(pieces.join(' ')) ?? {});
          const fields = record.fields.map(({ name }) => name);
          expect(read.filter(([name, value]) => !fields.includes(name) || !value)).toEqual([]);
        }),
      ));
  });
}
