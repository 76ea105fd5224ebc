import { type ReadonlySignal, signal } from '@preact/signals';
import type { PopupDraft } from '../background/draft';
import type { PinRequest } from '../pins/pin-request';
import type { Days } from '../providers';
import { worker } from '../ui/worker';

/** What the user has said in the popup. Null is what nobody has chosen: then it follows from the rest. */
export interface Typed {
  message: string;
  chat: string | null;
  accountId: string | null;
  /** Whether a gesture left it open which account is meant. */
  undecided: boolean;
  days: Days | null;
  action: PinRequest['action'];
  /** Messages of a list that are left out, by their key in the plan. */
  left: ReadonlySet<string>;
}

/** Nothing but a text, yet to be given. */
export const emptyDraft: PopupDraft = {
  message: '',
  chat: null,
  action: 'pin',
  days: null,
  accountId: null,
  undecided: false,
  question: null,
};

export interface TypedState {
  typed: ReadonlySignal<Typed>;
  fill(draft: PopupDraft): void;
  /** Takes what was typed and keeps it: the popup may be gone any moment. */
  edit(change: Partial<Typed>): void;
}

export function createTyped(): TypedState {
  const typed = signal<Typed>({
    message: '',
    chat: null,
    accountId: null,
    undecided: false,
    days: null,
    action: 'pin',
    left: new Set(),
  });

  return {
    typed,
    fill({ message, chat, action, days, accountId, undecided }) {
      typed.value = { message, chat, accountId, undecided, days, action, left: new Set() };
    },
    edit(change) {
      const left = change.message === undefined ? typed.value.left : new Set<string>();
      const undecided = typed.value.undecided && change.message === undefined && change.accountId === undefined;
      // Another message is another wish: what a gesture wanted of the first is no longer meant.
      const action = change.message === undefined ? typed.value.action : 'pin';
      typed.value = { ...typed.value, left, undecided, action, ...change };
      const { left: _, ...fields } = typed.value;
      const draft = { ...fields, question: null };
      const { message, chat } = fields;
      void worker('keep draft', message === '' && !chat ? null : draft);
    },
  };
}
