import { expect, it } from 'vitest';
import { numberCountries } from '../../../src/options/bulk/number-countries.ts';

const brazil = { names: ['3E1F07A6B5C24D8890AB7C61D2E3F405', '5511999990000'] };
const india = { names: ['918527184400'] };
const unknown = { names: ['3E1F07A6B5C24D8890AB7C61D2E3F405', 'phone-bqzvyibhmwkaergr'] };

it.each([
  [[brazil, india, brazil], null, null, ['BR', 'IN']],
  [[brazil], 'MX', 'ES', ['MX', 'BR', 'ES']],
  [[unknown], null, 'ES', ['ES']],
  [[unknown], null, null, []],
  [[brazil], 'BR', 'BR', ['BR']],
])('numbers may be from the chosen country, the accounts’ own, the one that is set: %#', (accounts, chosen, set, all) =>
  expect(numberCountries(accounts, chosen, set)).toEqual(all),
);
