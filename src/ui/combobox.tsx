import './combobox.css';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { stepFor } from './combobox-keys';
import type { ControlProps } from './field';
import { Icon } from './icon';
import { matching, type Searchable } from './matching';
import { type Option, OptionList } from './option-list';

export interface ComboOption extends Option, Searchable {}

interface Props {
  control: ControlProps;
  /** What stands in the box while nobody types. */
  text: string;
  /** The value of the option that stands there, if it is one. */
  chosen: string | null;
  options: readonly ComboOption[];
  /** The name of the list. */
  listLabel: string;
  placeholder: string;
  /** Whether a text is a value of its own. Of one that is not, the first option that fits is taken. */
  isValue(text: string): boolean;
  /** What is said about so many options, politely; null leaves it unsaid. */
  describe(count: number): string | null;
  onInput(text: string): void;
  onChoose(value: string): void;
  onFocus(): void;
}

/** How long typing has to rest before the number of options is said, in ms. */
const announcementDelayMs = 500;

/**
 * A text box with a list of options that fit what is typed; any text may be typed all the same.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/
 */
export function Combobox(props: Props) {
  const { control, text, chosen, options, listLabel, placeholder, isValue, describe } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  /** The option that the user went to; undefined where it follows from what is typed, null for none. */
  const [active, setActive] = useState<string | null | undefined>(null);
  const input = useRef<HTMLInputElement>(null);
  const fits = useMemo(() => matching(options, typed ?? ''), [options, typed]);
  // Where what is typed is the one option already, a list would only cover what stands below.
  const isTyped = typed !== null && isValue(typed) && fits.length === 1;
  const open = opened && fits.length > 0 && !isTyped;
  const place = (of: string | null) => (of === null ? -1 : fits.findIndex(({ value }) => value === of));
  const eager = active === undefined && typed !== null && typed.trim() !== '' && !isValue(typed);
  const at = !open ? -1 : eager ? 0 : place(active ?? null);
  const listId = `${control.id}-list`;

  // What comes from elsewhere while the box has the focus takes the place of what was typed: the box never shows what is
  // not meant any more.
  useLayoutEffect(() => {
    if (typed !== null && text !== typed && chosen !== typed) setTyped(null);
  }, [text, chosen]);

  // What is typed next takes the place of a name, as it does in every combobox.
  const selectChosen = () => {
    if (typed === null && chosen !== null) input.current?.select();
  };
  // A name that arrives while the box has the focus must not end up before what is typed next.
  useLayoutEffect(() => {
    if (document.activeElement === input.current) selectChosen();
  }, [text, chosen]);
  const show = () => {
    setOpened(true);
    setActive(typed === null ? chosen : undefined);
    selectChosen();
  };
  const close = () => {
    setOpened(false);
    setActive(null);
  };
  const choose = (value: string) => {
    close();
    setTyped(null);
    props.onChoose(value);
  };
  const type = (value: string) => {
    setTyped(value);
    setOpened(true);
    setActive(undefined);
    props.onInput(value);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepFor(event, { open, at: open ? at : place(chosen), count: fits.length });
    if (!step) return;
    if (step.stays) event.preventDefault();
    const option = fits[step.at];
    if (step.does === 'show') show();
    else if (step.does === 'close') close();
    else if (step.does === 'choose' && option) choose(option.value);
    else {
      setOpened(true);
      setActive(step.does === 'go' ? (option?.value ?? null) : null);
    }
  };

  return (
    <div class="combobox">
      <input
        {...control}
        ref={input}
        class="control"
        dir="auto"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={at < 0 ? undefined : `${listId}-${at}`}
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        value={typed ?? text}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onClick={() => (opened ? close() : show())}
        onFocus={() => {
          selectChosen();
          props.onFocus();
        }}
        onBlur={() => {
          close();
          setTyped(null);
        }}
      />
      <Icon name="chevron" />
      <OptionList
        id={listId}
        label={listLabel}
        options={open ? fits : []}
        activeIndex={at}
        chosen={chosen}
        onChoose={choose}
      />
      <Announcement words={opened ? describe(fits.length) : null} plain={fits.length === 0} text={text} />
    </div>
  );
}

interface AnnouncementProps {
  words: string | null;
  /** Whether people who see have no list that says as much. */
  plain: boolean;
  /** What stands in the box. */
  text: string;
}

/** Says something politely once typing rests. The region is always there, else screen readers miss the first words. */
function Announcement({ words, plain, text }: AnnouncementProps) {
  const [said, setSaid] = useState({ words: '', plain: false, text, count: 0 });
  useEffect(() => {
    // Who leaves the box presses something below it: were the line gone at once, that would jump away under the pointer.
    if (words === null && said.plain && text === said.text) return;
    const timer = setTimeout(
      () => setSaid(({ count }) => ({ words: words ?? '', plain, text, count: count + 1 })),
      words === null ? 0 : announcementDelayMs,
    );
    return () => clearTimeout(timer);
  }, [words, plain, text]);
  return (
    <div aria-live="polite" class={said.plain ? 'help' : 'visually-hidden'}>
      {/* A new element is announced although it says the same as the last one. */}
      <span key={said.count}>{said.words}</span>
    </div>
  );
}
