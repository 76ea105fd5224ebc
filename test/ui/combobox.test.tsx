// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
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

// The list is loaded when a box is shown for the first time.
beforeAll(async () => {
  show();
  await screen.findByRole('listbox', { hidden: true });
  cleanup();
});
beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the list', () => {
  it('the list is closed until a key opens it, and the box refers to it', () => {
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
  ])('after the keys %j the active option is %s', (keys, label) => {
    show();
    press(...keys);
    expect(active()).toBe(label);
  });

  it('the list opens with the chosen option active', () => {
    show(three, 'v Berta');
    press('ArrowDown');
    expect(active()).toBe('Berta');
    expect(screen.getByRole('option', { selected: true }).textContent).toBe('Berta');
  });

  it('Alt and an arrow key open and close the list', () => {
    show();
    fireEvent.keyDown(box(), { key: 'ArrowDown', altKey: true });
    expect([isOpen(), active()]).toEqual([true, null]);
    fireEvent.keyDown(box(), { key: 'ArrowUp', altKey: true });
    expect(isOpen()).toBe(false);
  });

  it('Escape closes the list and does nothing else; leaving the box closes it too', () => {
    show();
    press('ArrowDown');
    const [handled] = press('Escape');
    expect([isOpen(), handled]).toEqual([false, false]);
    expect(press('Escape')).toEqual([true]);
    press('ArrowDown');
    fireEvent.blur(box());
    expect(isOpen()).toBe(false);
  });

  it('a click on the box opens and closes the list', () => {
    show();
    fireEvent.click(box());
    expect(isOpen()).toBe(true);
    fireEvent.click(box());
    expect(isOpen()).toBe(false);
  });
});

describe('choosing', () => {
  it('Enter chooses the active option and does not submit the form', () => {
    show();
    press('ArrowDown', 'ArrowDown');
    expect(press('Enter')).toEqual([false]);
    expect(choose).toHaveBeenCalledExactlyOnceWith('v Berta');
    expect([box().value, isOpen()]).toEqual(['Berta', false]);
  });

  it('Tab chooses the active option and moves the focus on', () => {
    show();
    press('ArrowDown');
    expect(press('Tab')).toEqual([true]);
    expect(choose).toHaveBeenCalledExactlyOnceWith('v Ana');
  });

  it('Shift+Tab chooses nothing', () => {
    show();
    press('ArrowDown');
    fireEvent.keyDown(box(), { key: 'Tab', shiftKey: true });
    expect(choose).not.toHaveBeenCalled();
  });

  it('choosing with the mouse leaves the focus in the box', () => {
    show();
    press('ArrowDown');
    const berta = screen.getByText('Berta');
    expect(fireEvent.mouseDown(berta)).toBe(false);
    fireEvent.click(berta);
    expect(choose).toHaveBeenCalledExactlyOnceWith('v Berta');
  });

  it('Enter is left to the form while no option is active', () => {
    show();
    expect(press('Enter')).toEqual([true]);
    expect(choose).not.toHaveBeenCalled();
  });

  it('Enter chooses nothing while a character is being composed', () => {
    show();
    press('ArrowDown');
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    expect(choose).not.toHaveBeenCalled();
  });
});

describe('typing', () => {
  it('typing is passed on at once and lists the matching options, with the first active', () => {
    show();
    type('celia');
    expect(input).toHaveBeenCalledExactlyOnceWith('celia');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Célia']);
    expect(active()).toBe('Célia');
  });

  it('the first matching option is active even if the options arrive after typing', () => {
    const { rerender } = show([]);
    type('ana');
    expect(active()).toBeNull();
    rerender(<Form options={three} start="" />);
    expect(active()).toBe('Ana');
  });

  it('no option is active while the input is a value by itself, so Enter keeps the input', () => {
    show(['551198765432', '5511987654321'].map(option));
    type('551198765432');
    expect([isOpen(), active()]).toEqual([true, null]);
    press('Enter');
    expect([choose.mock.calls, box().value]).toEqual([[], '551198765432']);
  });

  it('an input that no option matches closes the list and stays', () => {
    show();
    type('nobody');
    expect([isOpen(), box().value]).toEqual([false, 'nobody']);
  });
});

describe('the number of options', () => {
  const announcement = () => document.querySelector('[aria-live=polite]')?.textContent;
  const pause = (ms: number) =>
    act(() => {
      vi.advanceTimersByTime(ms);
    });

  it('the number of options is announced once typing pauses', () => {
    show();
    type('a');
    pause(400);
    type('an');
    pause(400);
    expect(announcement()).toBe('');
    pause(100);
    expect(announcement()).toBe('Chats: 1.');
    press('Escape');
    pause(1);
    expect(announcement()).toBe('');
  });

  it('the number of options is announced again even if it has not changed', () => {
    show();
    type('a');
    pause(500);
    const first = document.querySelector('[aria-live=polite]')?.firstElementChild;
    type('A');
    pause(500);
    const second = document.querySelector('[aria-live=polite]')?.firstElementChild;
    expect([first?.textContent, second?.textContent]).toEqual(['Chats: 3.', 'Chats: 3.']);
    expect(second).not.toBe(first);
  });
});

describe('a name that arrives while the box has the focus', () => {
  it('a name that arrives while the box has the focus is selected, so that typing replaces it', () => {
    const { rerender } = show([], 'v Berta');
    box().focus();
    rerender(<Form options={three} start="v Berta" />);
    expect([box().value, box().selectionStart, box().selectionEnd]).toEqual(['Berta', 0, 'Berta'.length]);
  });
});

describe('of 2 000 options', () => {
  const many = Array.from({ length: 2000 }, (_, index) => option(`Chat ${index + 1}`));

  it('of 2,000 options only some are drawn, each with its position in the list', () => {
    show(many);
    press('ArrowDown');
    const drawn = screen.getAllByRole('option');
    expect(drawn.length).toBeLessThan(40);
    expect(drawn[1]?.getAttribute('aria-posinset')).toBe('2');
    expect(drawn[1]?.getAttribute('aria-setsize')).toBe('2000');
  });

  it('of 2,000 options the active one is always drawn', () => {
    show(many);
    press('ArrowUp');
    expect(active()).toBe('Chat 2000');
    press('PageUp');
    expect(active()).toBe('Chat 1992');
    press('Home');
    expect(active()).toBe('Chat 1');
  });
});
