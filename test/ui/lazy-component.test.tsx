// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { lazyComponent } from '../../src/ui/lazy-component.tsx';

afterEach(cleanup);

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

it('a lazy component is loaded when it is first rendered, and shows nothing until then', async () => {
  const load = vi.fn(async () => Greeting);
  const Lazy = lazyComponent(load);
  expect(load).not.toHaveBeenCalled();
  const { container } = render(<Lazy name="Ana" />);
  expect(container.textContent).toBe('');
  expect((await screen.findByText('Hello Ana')).tagName).toBe('P');
});

it('a lazy component that was loaded before is shown at once', async () => {
  const load = vi.fn(async () => Greeting);
  const Lazy = lazyComponent(load);
  render(<Lazy name="Ana" />);
  await screen.findByText('Hello Ana');
  cleanup();
  expect(render(<Lazy name="Berta" />).container.textContent).toBe('Hello Berta');
  expect(load).toHaveBeenCalledTimes(1);
});
