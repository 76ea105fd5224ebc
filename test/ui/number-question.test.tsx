// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { NumberQuestion } from '../../src/ui/number-question.tsx';
import type { NumberToRead } from '../../src/ui/reading-numbers.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
afterEach(cleanup);

const written = '612 34 56 78';

/** Returns what `onAnswer` receives after Spain is chosen from all countries. */
async function answerSpain(number: Pick<NumberToRead, 'number' | 'country'>): Promise<unknown[]> {
  const answered = vi.fn();
  render(<NumberQuestion numbers={[{ written, ...number }]} onAnswer={answered} />);
  fireEvent.change(await screen.findByRole('combobox', { name: 'Country' }), { target: { value: 'ES' } });
  fireEvent.click(screen.getByRole('button', { name: 'Use +34 612 34 56 78' }));
  return answered.mock.calls[0] ?? [];
}

const numbers = { [written]: '+34612345678' };

it('the chosen country is used for later numbers if none was known before', async () =>
  expect(await answerSpain({ number: null, country: null })).toEqual([numbers, '+34 612 34 56 78', 'ES']));

it.each([
  ['the account’s own number has one', { number: '5511999990000', country: null }],
  ['one is set', { number: null, country: 'BR' }],
])('the chosen country is not used for later numbers if %s', async (_where, number) =>
  expect(await answerSpain(number)).toEqual([numbers, '+34 612 34 56 78', null]),
);
