import './combobox.css';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { actionForKey } from './combobox-keys';
import type { ControlProps } from './field';
import { Icon } from './icon';
import { lazyComponent } from './lazy-component';
import { matching, type Searchable } from './matching';
import type { Option } from './option-list';

export interface ComboOption extends Option, Searchable {}

interface Props {
  control: ControlProps;
  /** The text of the box while the user is not typing. */
  text: string;
  /** The value of the option that `text` stands for, or null. */
  chosen: string | null;
  options: readonly ComboOption[];
  /** The accessible name of the list. */
  listLabel: string;
  placeholder: string;
  /** Returns whether a text is a value by itself. While the input is not, the first matching option is active. */
  isValue(text: string): boolean;
  /** Returns the announcement of the number of matching options, or null for none. */
  describe(count: number): string | null;
  onInput(text: string): void;
  onChoose(value: string): void;
  onFocus(): void;
}

/** The list, which is not needed before the box is shown. */
const OptionList = lazyComponent(async () => (await import('./option-list')).OptionList);

/** The pause in typing after which the number of options is announced, in ms. */
const announcementDelayMs = 500;

/**
 * A text box with a list of the options that match the input. Any other text can be entered too.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/
 */
export function Combobox(props: Props) {
  const { control, text, chosen, options, listLabel, placeholder, isValue, describe } = props;
  /** The text that the user is typing; null while `text` is shown. */
  const [input, setInput] = useState<string | null>(null);
  const [isExpanded, setIsExpanded] = useState(false);
  /** The value of the option that the user moved to; null for none, undefined while the input decides which option is active. */
  const [active, setActive] = useState<string | null | undefined>(null);
  const box = useRef<HTMLInputElement>(null);
  const matches = useMemo(() => matching(options, input ?? ''), [options, input]);
  // A list whose only option is the input itself would only cover the fields below.
  const isOnlyMatch = input !== null && isValue(input) && matches.length === 1;
  const isOpen = isExpanded && matches.length > 0 && !isOnlyMatch;
  const indexOf = (value: string | null) =>
    value === null ? -1 : matches.findIndex((option) => option.value === value);
  const isFirstActive = active === undefined && input !== null && input.trim() !== '' && !isValue(input);
  const activeIndex = !isOpen ? -1 : isFirstActive ? 0 : indexOf(active ?? null);
  const listId = `${control.id}-list`;

  // A value that was not set by typing replaces the input, so that the box always shows the current value.
  useLayoutEffect(() => {
    if (input !== null && text !== input && chosen !== input) setInput(null);
  }, [text, chosen]);

  // The name of a chosen option is selected, so that typing replaces it.
  const selectChosen = () => {
    if (input === null && chosen !== null) box.current?.select();
  };
  // The name may arrive while the box already has the focus.
  useLayoutEffect(() => {
    if (document.activeElement === box.current) selectChosen();
  }, [text, chosen]);
  const open = () => {
    setIsExpanded(true);
    setActive(input === null ? chosen : undefined);
    selectChosen();
  };
  const close = () => {
    setIsExpanded(false);
    setActive(null);
  };
  const choose = (value: string) => {
    close();
    setInput(null);
    props.onChoose(value);
  };
  const type = (value: string) => {
    setInput(value);
    setIsExpanded(true);
    setActive(undefined);
    props.onInput(value);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const list = { isOpen, index: isOpen ? activeIndex : indexOf(chosen), count: matches.length };
    const action = actionForKey(event, list);
    if (!action) return;
    if (action.preventsDefault) event.preventDefault();
    const option = matches[action.index];
    if (action.kind === 'open') open();
    else if (action.kind === 'close') close();
    else if (action.kind === 'choose' && option) choose(option.value);
    else {
      setIsExpanded(true);
      setActive(action.kind === 'activate' ? (option?.value ?? null) : null);
    }
  };

  return (
    <div class="combobox">
      <input
        {...control}
        ref={box}
        class="control"
        dir="auto"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={activeIndex < 0 ? undefined : `${listId}-${activeIndex}`}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={input ?? text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onClick={() => (isExpanded ? close() : open())}
        onFocus={() => {
          selectChosen();
          props.onFocus();
        }}
        onBlur={() => {
          close();
          setInput(null);
        }}
      />
      <Icon name="chevron" />
      <OptionList
        id={listId}
        label={listLabel}
        options={isOpen ? matches : []}
        activeIndex={activeIndex}
        chosen={chosen}
        onChoose={choose}
      />
      <Announcement
        words={isExpanded ? describe(matches.length) : null}
        isVisible={matches.length === 0}
        boxText={text}
      />
    </div>
  );
}

interface AnnouncementProps {
  words: string | null;
  /** Whether the words are shown too, because there is no list to see. */
  isVisible: boolean;
  /** The text of the box. */
  boxText: string;
}

/**
 * Announces words once the user pauses typing. The live region is always in the page: screen readers miss the first
 * words of a region that is added together with them.
 */
function Announcement({ words, isVisible, boxText }: AnnouncementProps) {
  const [announced, setAnnounced] = useState({ words: '', isVisible: false, boxText, count: 0 });
  useEffect(() => {
    // A visible line stays when the focus leaves the box: removing it would move the button that is being clicked.
    if (words === null && announced.isVisible && boxText === announced.boxText) return;
    const timer = setTimeout(
      () => setAnnounced(({ count }) => ({ words: words ?? '', isVisible, boxText, count: count + 1 })),
      words === null ? 0 : announcementDelayMs,
    );
    return () => clearTimeout(timer);
  }, [words, isVisible, boxText]);
  return (
    <div aria-live="polite" class={announced.isVisible ? 'help' : 'visually-hidden'}>
      {/* A new element is announced even if its text is the same as before. */}
      <span key={announced.count}>{announced.words}</span>
    </div>
  );
}
