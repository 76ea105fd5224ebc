/** What a key does in a combobox. `at` is the place of the option that it is about. */
export interface Step {
  does: 'show' | 'close' | 'leave' | 'go' | 'choose';
  at: number;
  /** The key does nothing else: no submit, no caret moved, no popup closed. */
  stays: boolean;
}

interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
}

interface ListState {
  open: boolean;
  /** The place of the active option, or of the chosen one while the list is closed; -1 where none is. */
  at: number;
  count: number;
}

const pageStep = 8;

/**
 * What a key does, or null for what the text box does with it. Home and End are the caret's until an option is active.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/#keyboardinteraction
 */
export function stepFor(pressed: Pressed, { open, at, count }: ListState): Step | null {
  const { key, altKey } = pressed;
  if (pressed.isComposing || pressed.ctrlKey || pressed.metaKey) return null;
  const last = count - 1;
  const step = (does: Step['does'], stays = true): Step => ({ does, at, stays });
  const go = (to: number): Step => ({ ...step('go'), at: Math.max(0, Math.min(last, to)) });
  if (altKey) {
    if (key === 'ArrowDown') return step('show');
    return key === 'ArrowUp' ? step('close') : null;
  }
  if (!open) {
    if (key === 'ArrowDown') return go(at);
    return key === 'ArrowUp' ? go(at < 0 ? last : at) : null;
  }
  if (key === 'ArrowDown') return go(at === last ? 0 : at + 1);
  if (key === 'ArrowUp') return go(at <= 0 ? last : at - 1);
  if (key === 'Escape') return step('close');
  if (at < 0) return null;
  if (key === 'Home') return go(0);
  if (key === 'End') return go(last);
  if (key === 'PageDown') return go(at + pageStep);
  if (key === 'PageUp') return go(at - pageStep);
  if (key === 'Enter') return step('choose');
  if (key === 'Tab' && !pressed.shiftKey) return step('choose', false);
  return key === 'ArrowLeft' || key === 'ArrowRight' ? step('leave', false) : null;
}
