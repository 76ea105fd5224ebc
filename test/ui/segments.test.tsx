// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Duration } from '../../src/ui/duration.tsx';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

afterEach(cleanup);

const chosen = vi.fn();

function radios(): HTMLInputElement[] {
  render(<Duration value={7} onChange={chosen} />);
  const group = screen.getByRole('radiogroup', { name: 'Keep pinned for' });
  return within(group).getAllByRole<HTMLInputElement>('radio');
}

it('is a group of radio buttons with the names of the durations', () => {
  radios();
  const names = ['24 hours', '7 days', '30 days'];
  expect(names.map((name) => screen.getByRole('radio', { name }).getAttribute('type'))).toEqual(
    names.map(() => 'radio'),
  );
});

it('has one name, so that arrow keys move in it', () =>
  expect(new Set(radios().map(({ name }) => name))).toEqual(new Set(['days'])));

it('shows what is chosen, and only that', () =>
  expect(radios().map(({ checked }) => checked)).toEqual([false, true, false]));

it('tells what was chosen', () => {
  radios();
  fireEvent.click(screen.getByRole('radio', { name: '30 days' }));
  expect(chosen).toHaveBeenCalledExactlyOnceWith(30);
});
