import { expect, it } from 'vitest';
import { numberCountries } from '../../../../../src/options/pins/add-many/review/number-countries.ts';

const brazil = { number: '5511999990000' };
const india = { number: '918527184400' };
const unknown = { number: null };

it.each([
  [[brazil, india, brazil], null, null, ['BR', 'IN']],
  [[brazil], 'MX', 'ES', ['MX', 'BR', 'ES']],
  [[unknown], null, 'ES', ['ES']],
  [[unknown], null, null, []],
  [[brazil], 'BR', 'BR', ['BR']],
])(
  'numbers may be from the chosen country, from those of the accounts, or from the one in the settings: case %#',
  (accounts, chosen, set, all) => expect(numberCountries(accounts, chosen, set)).toEqual(all),
);
