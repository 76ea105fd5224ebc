// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Field } from '../../src/ui/field.tsx';

afterEach(cleanup);

function show(parts: { help?: string; problem?: string }): HTMLElement {
  render(
    <Field id="chat" label="Chat" {...parts}>
      {(control) => <input {...control} />}
    </Field>,
  );
  return screen.getByLabelText('Chat');
}

const described = (control: HTMLElement) =>
  document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent ?? null;

describe('a field', () => {
  it.each([
    ['nothing', {}, null],
    ['its help', { help: 'A phone number.' }, 'A phone number.'],
    ['its problem', { problem: 'Enter this.' }, 'Enter this.'],
    ['its problem, in the place of its help', { help: 'A phone number.', problem: 'Enter this.' }, 'Enter this.'],
  ])('a field is described by %s', (_what, parts, text) => expect(described(show(parts))).toBe(text));

  it.each([
    [{ help: 'A phone number.' }, 'false'],
    [{ problem: 'Enter this.' }, 'true'],
  ])('the control of a field with %j has aria-invalid="%s"', (parts, invalid) =>
    expect(show(parts).getAttribute('aria-invalid')).toBe(invalid),
  );

  it('a field without a note refers to none', () => expect(show({}).hasAttribute('aria-describedby')).toBe(false));
});
