import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** One line of a list to choose from. */
export interface Option {
  value: string;
  label: string;
  /** What tells it from others of the same name. */
  detail: string;
}

interface Props {
  id: string;
  label: string;
  /** None: the list is hidden. */
  options: readonly Option[];
  /** The place of the active option, -1 for none. */
  at: number;
  chosen: string | null;
  onChoose(value: string): void;
}

/** The height of a line, in px, as in combobox.css. */
const lineHeight = 30;
/** How many lines are in view, and how many more are drawn above and below. */
const linesDrawn = { inView: 8, beside: 8 };

/** The list of a combobox, which keeps the focus. Of thousands of options only those around the view are drawn. */
export function OptionList({ id, label, options, at, chosen, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const closed = options.length === 0;
  const first = Math.max(0, Math.min(top, options.length - linesDrawn.inView) - linesDrawn.beside);
  const end = Math.min(options.length, first + linesDrawn.inView + 2 * linesDrawn.beside);
  const activeValue = options[at]?.value;

  // The active option comes into view when it becomes another; a list that only grows stays where it is.
  useLayoutEffect(() => {
    const box = list.current;
    if (!box || closed) return;
    const line = Math.max(at, 0) * lineHeight;
    const height = box.clientHeight || linesDrawn.inView * lineHeight;
    const highest = line + lineHeight - height;
    box.scrollTop = at <= 0 ? 0 : Math.max(highest, Math.min(line, box.scrollTop));
    setTop(Math.floor(box.scrollTop / lineHeight));
  }, [closed, at, activeValue]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's.
    <div
      ref={list}
      id={id}
      class="options"
      role="listbox"
      aria-label={label}
      hidden={closed}
      onMouseDown={(event) => event.preventDefault()}
      onScroll={(event) => setTop(Math.floor(event.currentTarget.scrollTop / lineHeight))}
      onClick={(event) => {
        const line = (event.target as Element).closest<HTMLElement>('[data-value]');
        if (line?.dataset.value !== undefined) onChoose(line.dataset.value);
      }}
    >
      <div role="presentation" style={{ height: `${first * lineHeight}px` }} />
      {options.slice(first, end).map(({ value, label: name, detail }, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the combobox has the focus and names the active option.
        <div
          key={value}
          id={`${id}-${first + index}`}
          class={first + index === at ? 'option active' : 'option'}
          role="option"
          aria-selected={value === chosen}
          aria-posinset={first + index + 1}
          aria-setsize={options.length}
          data-value={value}
        >
          <span class="option-label">{name}</span>
          <span class="soft">{detail}</span>
        </div>
      ))}
      <div role="presentation" style={{ height: `${(options.length - end) * lineHeight}px` }} />
    </div>
  );
}
