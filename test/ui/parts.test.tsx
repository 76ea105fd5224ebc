// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Parts } from '../../src/ui/parts.tsx';

afterEach(cleanup);

it('parts of a line are separated by dots and isolated from each other; empty ones are left out', () => {
  const { container } = render(<Parts of={['+5511999999999', null, '', 'Support']} />);
  expect(container.innerHTML).toBe('<bdi>+5511999999999</bdi> · <bdi>Support</bdi>');
});
