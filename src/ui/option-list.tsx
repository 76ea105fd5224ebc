import './option-list.css';
import { useLayoutEffect } from 'preact/hooks';
import { useRowWindow } from './use-row-window';

/** One option of a list to choose from. */
export interface Option {
  value: string;
  label: string;
  /** A text that distinguishes options with the same label. */
  detail: string;
}

interface Props {
  id: string;
  label: string;
  /** The list is hidden while there are none. */
  options: readonly Option[];
  /** The index of the active option, or -1. */
  activeIndex: number;
  /** The value of the chosen option. */
  chosen: string | null;
  onChoose(value: string): void;
}

/** The list of a combobox. The text box keeps the focus. */
export function OptionList({ id, label, options, activeIndex, chosen, onChoose }: Props) {
  const isClosed = options.length === 0;
  const { scroller, rows, gapAfter, onScroll, reveal } = useRowWindow(options.length, {
    // The text box refers to the active option by its id.
    kept: [activeIndex],
    estimatedHeight: 30,
  });
  const activeValue = options[activeIndex]?.value;

  // Options that are added later do not move the list, because the active one stays the same.
  useLayoutEffect(() => {
    if (!isClosed) reveal(Math.max(activeIndex, 0));
  }, [isClosed, activeIndex, activeValue]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text box handles the keys.
    <div
      ref={scroller}
      id={id}
      class="options"
      role="listbox"
      aria-label={label}
      hidden={isClosed}
      onMouseDown={(event) => event.preventDefault()}
      onScroll={onScroll}
      onClick={(event) => {
        const row = (event.target as Element).closest<HTMLElement>('[data-index]');
        const option = row && options[Number(row.dataset.index)];
        if (option) onChoose(option.value);
      }}
    >
      <div role="presentation">
        {rows.map(({ index, gap }) => {
          const option = options[index];
          return (
            option && [
              gap > 0 && <Gap key={`before ${option.value}`} height={gap} />,
              // biome-ignore lint/a11y/useFocusableInteractive: the text box has the focus and names the active option.
              <div
                key={option.value}
                id={`${id}-${index}`}
                class={index === activeIndex ? 'option active' : 'option'}
                role="option"
                aria-selected={option.value === chosen}
                aria-posinset={index + 1}
                aria-setsize={options.length}
                data-index={index}
              >
                <bdi class="option-label">{option.label}</bdi>
                <bdi class="soft">{option.detail}</bdi>
              </div>,
            ]
          );
        })}
        {gapAfter > 0 && <Gap height={gapAfter} />}
      </div>
    </div>
  );
}

/** Takes the place of the options that are not drawn. */
const Gap = ({ height }: { height: number }) => <div role="presentation" style={{ height: `${height}px` }} />;
