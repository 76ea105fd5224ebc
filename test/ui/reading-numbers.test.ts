import { expect, it } from 'vitest';
import { readCertain } from '../../src/ui/reading-numbers.ts';

const written = '51 99999-9999';
const inIndia = { written, number: '919876543210', country: null };
const inBrazil = { written, number: '5511999990000', country: null };

it('a number is read if its account makes the country certain', async () =>
  expect(await readCertain([inIndia])).toEqual({ [written]: '+51999999999' }));

it.each([[[inIndia, inBrazil]], [[inBrazil, inIndia]]])(
  'a number that is used with accounts of two countries is not read',
  async (numbers) => expect(await readCertain(numbers)).toEqual({}),
);
