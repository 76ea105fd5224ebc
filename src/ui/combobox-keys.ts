/** The effect of a key in a combobox. */
export interface KeyAction {
  /** `activate` makes the option at `index` the active one; `deactivate` leaves none active. */
  kind: 'open' | 'close' | 'activate' | 'deactivate' | 'choose';
  index: number;
  /** Whether the browser's own effect of the key, such as submitting the form or moving the caret, is suppressed. */
  preventsDefault: boolean;
}

interface PressedKey {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
}

interface ListState {
  isOpen: boolean;
  /** The index of the active option, or of the chosen one while the list is closed; -1 if there is none. */
  index: number;
  count: number;
}

const pageLength = 8;

/**
 * Returns the effect of a key, or null if the key is left to the text box. Home and End move the caret while no option
 * is active.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/#keyboardinteraction
 */
export function actionForKey(pressed: PressedKey, { isOpen, index, count }: ListState): KeyAction | null {
  const { key, altKey } = pressed;
  if (pressed.isComposing || pressed.ctrlKey || pressed.metaKey) return null;
  const last = count - 1;
  const action = (kind: KeyAction['kind'], preventsDefault = true): KeyAction => ({ kind, index, preventsDefault });
  const activate = (to: number): KeyAction => ({ ...action('activate'), index: Math.max(0, Math.min(last, to)) });
  if (altKey) {
    if (key === 'ArrowDown') return action('open');
    return key === 'ArrowUp' ? action('close') : null;
  }
  if (!isOpen) {
    if (key === 'ArrowDown') return activate(index);
    return key === 'ArrowUp' ? activate(index < 0 ? last : index) : null;
  }
  if (key === 'ArrowDown') return activate(index === last ? 0 : index + 1);
  if (key === 'ArrowUp') return activate(index <= 0 ? last : index - 1);
  if (key === 'Escape') return action('close');
  if (index < 0) return null;
  if (key === 'Home') return activate(0);
  if (key === 'End') return activate(last);
  if (key === 'PageDown') return activate(index + pageLength);
  if (key === 'PageUp') return activate(index - pageLength);
  if (key === 'Enter') return action('choose');
  if (key === 'Tab' && !pressed.shiftKey) return action('choose', false);
  return key === 'ArrowLeft' || key === 'ArrowRight' ? action('deactivate', false) : null;
}
