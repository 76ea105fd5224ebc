import { describe, expect, it } from 'vitest';
import { countryOfNumber, listCountries, readNumber, showNumber } from '../../src/phone-numbers/index.ts';

const question = (...readings: [string, string][]) => ({
  kind: 'question',
  readings: readings.map(([number, formatted]) => ({ number, formatted })),
});
const certain = (number: string) => ({ kind: 'certain', number });

describe('a number', () => {
  it.each([
    ['with a plus', '+55 (11) 99999-9999', [], '+5511999999999'],
    ['with a plus that no plan knows', '+11999999999', ['BR'], '+11999999999'],
    ['with 00', '0055 11 99999-9999', ['BR'], '+5511999999999'],
    ['with the country code of a known country', '5511999999999', ['BR'], '+5511999999999'],
    ['with a country code, where no country is known', '5511999999999', [], '+5511999999999'],
    ['with a country code of another country', '919487126251', ['BR'], '+919487126251'],
    ['of a Brazilian without the ninth digit', '551188887777', ['BR'], '+551188887777'],
    ['of a Mexican as WhatsApp writes it', '5215512345678', ['MX'], '+5215512345678'],
    ['between two known countries', '5511999999999', ['BR', 'IN'], '+5511999999999'],
  ])('a number is certain: %s', (_, written, countries, number) => {
    expect(readNumber(written, countries)).toEqual(certain(number));
  });

  it.each([
    ['as everybody in Brazil writes it', '11 99999-9999', ['BR'], [['+5511999999999', '+55 11 99999-9999']]],
    ['with a zero before it', '011 99999-9999', ['BR'], [['+5511999999999', '+55 11 99999-9999']]],
    [
      'that is complete in Brazil and in Peru',
      '51 99999-9999',
      ['BR'],
      [
        ['+5551999999999', '+55 51 99999-9999'],
        ['+51999999999', '+51 999 999 999'],
      ],
    ],
    ['of India', '98765 43210', ['IN'], [['+919876543210', '+91 98765 43210']]],
    [
      'that fits two accounts',
      '9876543210',
      ['BR', 'IN'],
      [
        ['+559876543210', '+55 98 7654-3210'],
        ['+919876543210', '+91 98765 43210'],
      ],
    ],
    ['that fits only one of two accounts', '11 99999-9999', ['ES', 'BR'], [['+5511999999999', '+55 11 99999-9999']]],
  ] as const)('a number is a question: %s', (_, written, countries, readings) => {
    expect(readNumber(written, countries)).toEqual(question(...readings.map(([a, b]): [string, string] => [a, b])));
  });

  it('a number without a country code is a question without readings if no country is known', () => {
    expect(readNumber('11 99999-9999', [])).toEqual(question());
  });

  it('a number that could be local is offered only as it is written if no country is known', () => {
    expect(readNumber('51 99999-9999', [])).toEqual(question(['+51999999999', '+51 999 999 999']));
  });

  it('an unknown country code is ignored', () => {
    expect(readNumber('11 99999-9999', ['XX', 'BR'])).toEqual(question(['+5511999999999', '+55 11 99999-9999']));
  });
});

it('the country of an international number is found', () => {
  expect(['5511999999999', '+919487126251', '123'].map(countryOfNumber)).toEqual(['BR', 'IN', null]);
});

it('a number is shown as people of its country write it, and other texts are unchanged', () => {
  expect(['+5511999999999', '+919487126251', 'Ana'].map(showNumber)).toEqual([
    '+55 11 99999-9999',
    '+91 94871 26251',
    'Ana',
  ]);
});

it('countries are listed by their names in a language', () => {
  const inEnglish = listCountries('en');
  const inPortuguese = listCountries('pt-BR');
  expect(inEnglish.find(({ country }) => country === 'BR')).toEqual({
    country: 'BR',
    name: 'Brazil',
    callingCode: '+55',
  });
  expect(inPortuguese.find(({ country }) => country === 'BR')?.name).toBe('Brasil');
  expect(inEnglish.map(({ name }) => name).indexOf('Brazil')).toBeLessThan(
    inEnglish.map(({ name }) => name).indexOf('India'),
  );
});
