import { expect, it } from 'vitest';
import { measureInTurn } from './measure-in-turn.ts';

it('the bench measures two things in turn, and discards the first pairs', async () => {
  const order: string[] = [];
  const measure = (name: string) => () => order.push(name);
  const pairs = await measureInTurn(measure('A'), measure('B'), { rounds: 2, discardedRounds: 1 });
  expect(order.join('')).toBe('ABABAB');
  expect(pairs).toEqual([
    { work: 3, beside: 4 },
    { work: 5, beside: 6 },
  ]);
});
