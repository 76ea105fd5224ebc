import { expect, it } from 'vitest';
import { readCertain } from '../../src/ui/reading-numbers.ts';

const written = '51 99999-9999';
const inIndia = { written, number: '919876543210', country: null };
const inBrazil = { written, number: '5511999990000', country: null };

it('a number is read where its account leaves no question', async () =>
  expect(await readCertain([inIndia])).toEqual({ [written]: '+51999999999' }));

it.each([[[inIndia, inBrazil]], [[inBrazil, inIndia]]])(
  'a number that stands for two accounts is not read by the country of one',
  async (numbers) => expect(await readCertain(numbers)).toEqual({}),
);
