// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Combobox, type ComboOption } from '../../src/ui/combobox.tsx';
import { fold } from '../../src/ui/matching.ts';

const option = (label: string): ComboOption => ({
  value: `v ${label}`,
  label,
  detail: '',
  folded: fold(label),
  digits: '',
});
const three = ['Ana', 'Berta', 'Célia'].map(option);
const input = vi.fn();
const choose = vi.fn();
const submit = vi.fn((event: Event) => event.preventDefault());

function Form({ options, start }: { options: readonly ComboOption[]; start: string }) {
  const [value, setValue] = useState(start);
  const chosen = options.find((candidate) => candidate.value === value);
  return (
    <form onSubmit={submit}>
      <Combobox
        control={{ id: 'chat', 'aria-invalid': false, 'aria-describedby': undefined }}
        text={chosen?.label ?? value}
        chosen={chosen?.value ?? null}
        options={options}
        listLabel="Suggestions"
        placeholder=""
        isValue={(text) => /^\d{8,}$/.test(text)}
        describe={(count) => `Chats: ${count}.`}
        onInput={(text) => {
          setValue(text);
          input(text);
        }}
        onChoose={(next) => {
          setValue(next);
          choose(next);
        }}
        onFocus={() => {}}
      />
    </form>
  );
}

const show = (options: readonly ComboOption[] = three, start = '') => render(<Form options={options} start={start} />);
const box = () => screen.getByRole<HTMLInputElement>('combobox');
const isOpen = () => box().getAttribute('aria-expanded') === 'true';
const active = () => {
  const id = box().getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id)?.textContent;
};
const press = (...keys: string[]) => keys.map((key) => fireEvent.keyDown(box(), { key }));
const type = (value: string) => fireEvent.input(box(), { target: { value } });

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the list', () => {
  it('is closed until it is wanted, and named by the box', () => {
    show();
    expect([isOpen(), screen.queryByRole('listbox')]).toEqual([false, null]);
    press('ArrowDown');
    expect(isOpen()).toBe(true);
    expect(box().getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
  });

  it.each([
    [['ArrowDown'], 'Ana'],
    [['ArrowUp'], 'Célia'],
    [['ArrowDown', 'ArrowDown'], 'Berta'],
    [['ArrowDown', 'ArrowUp'], 'Célia'],
    [['ArrowUp', 'ArrowDown'], 'Ana'],
    [['ArrowDown', 'End'], 'Célia'],
    [['ArrowUp', 'Home'], 'Ana'],
    [['ArrowDown', 'PageDown'], 'Célia'],
    [['ArrowDown', 'ArrowRight'], null],
  ])('after %j is at %s', (keys, label) => {
    show();
    press(...keys);
    expect(active()).toBe(label);
  });

  it('opens where the chosen option is', () => {
    show(three, 'v Berta');
    press('ArrowDown');
    expect(active()).toBe('Berta');
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('Berta');
  });

  it('opens and closes by Alt and an arrow', () => {
    show();
    fireEvent.keyDown(box(), { key: 'ArrowDown', altKey: true });
    expect([isOpen(), active()]).toEqual([true, null]);
    fireEvent.keyDown(box(), { key: 'ArrowUp', altKey: true });
    expect(isOpen()).toBe(false);
  });

  it('closes by Escape, which then goes no further, and by leaving the box', () => {
    show();
    press('ArrowDown');
    const [handled] = press('Escape');
    expect([isOpen(), handled]).toEqual([false, false]);
    expect(press('Escape')).toEqual([true]);
    press('ArrowDown');
    fireEvent.blur(box());
    expect(isOpen()).toBe(false);
  });

  it('opens and closes by a click on the box', () => {
    show();
    fireEvent.click(box());
    expect(isOpen()).toBe(true);
    fireEvent.click(box());
    expect(isOpen()).toBe(false);
  });
});

describe('choosing', () => {
  it('by Enter takes the active option and submits nothing', () => {
    show();
    press('ArrowDown', 'ArrowDown');
    expect(press('Enter')).toEqual([false]);
    expect(choose).toHaveBeenCalledExactlyOnceWith('v Berta');
    expect([box().value, isOpen()]).toEqual(['Berta', false]);
  });

  it('by Tab takes the active option and moves on', () => {
    show();
    press('ArrowDown');
    expect(press('Tab')).toEqual([true]);
    expect(choose).toHaveBeenCalledExactlyOnceWith('v Ana');
  });

  it('by Shift+Tab takes nothing', () => {
    show();
    press('ArrowDown');
    fireEvent.keyDown(box(), { key: 'Tab', shiftKey: true });
    expect(choose).not.toHaveBeenCalled();
  });

  it('by the mouse leaves the focus in the box', () => {
    show();
    press('ArrowDown');
    const berta = screen.getByText('Berta');
    expect(fireEvent.mouseDown(berta)).toBe(false);
    fireEvent.click(berta);
    expect(choose).toHaveBeenCalledExactlyOnceWith('v Berta');
  });

  it('is not done by Enter with nothing active: that is the form’s', () => {
    show();
    expect(press('Enter')).toEqual([true]);
    expect(choose).not.toHaveBeenCalled();
  });

  it('is not done while a character is composed', () => {
    show();
    press('ArrowDown');
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    expect(choose).not.toHaveBeenCalled();
  });
});

describe('typing', () => {
  it('is told at once, and shows what fits, the first of it active', () => {
    show();
    type('celia');
    expect(input).toHaveBeenCalledExactlyOnceWith('celia');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Célia']);
    expect(active()).toBe('Célia');
  });

  it('makes the first active also when the options come later', () => {
    const { rerender } = show([]);
    type('ana');
    expect(active()).toBeNull();
    rerender(<Form options={three} start="" />);
    expect(active()).toBe('Ana');
  });

  it('a value of its own makes none active: Enter is for what is typed', () => {
    show(['551198765432', '5511987654321'].map(option));
    type('551198765432');
    expect([isOpen(), active()]).toEqual([true, null]);
    press('Enter');
    expect([choose.mock.calls, box().value]).toEqual([[], '551198765432']);
  });

  it('what nothing fits closes the list and stays', () => {
    show();
    type('nobody');
    expect([isOpen(), box().value]).toEqual([false, 'nobody']);
  });
});

describe('the number of options', () => {
  const said = () => document.querySelector('[aria-live=polite]')?.textContent;
  const rest = (ms: number) =>
    act(() => {
      vi.advanceTimersByTime(ms);
    });

  it('is said once typing rests', () => {
    show();
    type('a');
    rest(400);
    type('an');
    rest(400);
    expect(said()).toBe('');
    rest(100);
    expect(said()).toBe('Chats: 1.');
    press('Escape');
    rest(1);
    expect(said()).toBe('');
  });

  it('is announced anew where it is the same as before', () => {
    show();
    type('a');
    rest(500);
    const first = document.querySelector('[aria-live=polite]')?.firstElementChild;
    type('A');
    rest(500);
    const second = document.querySelector('[aria-live=polite]')?.firstElementChild;
    expect([first?.textContent, second?.textContent]).toEqual(['Chats: 3.', 'Chats: 3.']);
    expect(second).not.toBe(first);
  });
});

describe('a name that arrives while the box has the focus', () => {
  it('is selected, so that what is typed next takes its place', () => {
    const { rerender } = show([], 'v Berta');
    box().focus();
    rerender(<Form options={three} start="v Berta" />);
    expect([box().value, box().selectionStart, box().selectionEnd]).toEqual(['Berta', 0, 'Berta'.length]);
  });
});

describe('of 2 000 options', () => {
  const many = Array.from({ length: 2000 }, (_, index) => option(`Chat ${index + 1}`));

  it('only some are drawn, each with its place among all', () => {
    show(many);
    press('ArrowDown');
    const drawn = screen.getAllByRole('option');
    expect(drawn.length).toBeLessThan(40);
    expect(drawn[1]?.getAttribute('aria-posinset')).toBe('2');
    expect(drawn[1]?.getAttribute('aria-setsize')).toBe('2000');
  });

  it('the active one is always drawn', () => {
    show(many);
    press('ArrowUp');
    expect(active()).toBe('Chat 2000');
    press('PageUp');
    expect(active()).toBe('Chat 1992');
    press('Home');
    expect(active()).toBe('Chat 1');
  });
});
