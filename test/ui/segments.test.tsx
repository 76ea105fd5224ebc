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

it('segments are a group of radio buttons with the names of the durations', () => {
  radios();
  const names = ['24 hours', '7 days', '30 days'];
  expect(names.map((name) => screen.getByRole('radio', { name }).getAttribute('type'))).toEqual(
    names.map(() => 'radio'),
  );
});

it('segments share one name, so that arrow keys move between them', () =>
  expect(new Set(radios().map(({ name }) => name))).toEqual(new Set(['days'])));

it('only the chosen segment is checked', () =>
  expect(radios().map(({ checked }) => checked)).toEqual([false, true, false]));

it('choosing a segment passes its value on', () => {
  radios();
  fireEvent.click(screen.getByRole('radio', { name: '30 days' }));
  expect(chosen).toHaveBeenCalledExactlyOnceWith(30);
});
