// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import type { AddManyState } from '../../../../../src/options/pins/add-many/add-many-state.ts';
import { AddManyInput } from '../../../../../src/options/pins/add-many/input/add-many-input.tsx';

vi.mock('../../../../../src/platform/browser', () => import('../../../../fake-browser.ts'));

it('the text box has the focus as soon as it is drawn, so that a text that is pasted at once gets into it', () => {
  document.body.innerHTML = '<div></div>';
  const state = { accounts: signal([]), read: vi.fn(), close: vi.fn() } as unknown as AddManyState;
  render(<AddManyInput state={state} />, document.body.firstElementChild as Element);
  expect(document.activeElement?.id).toBe('add-many-text');
});
