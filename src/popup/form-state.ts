import { type ReadonlySignal, signal } from '@preact/signals';
import { emptyDraft } from '../pins/plan/empty-form';
import type { PopupDraft } from '../pins/plan/popup-draft';
import { maxTextLength } from '../references/longest-text';
import { worker } from '../ui/worker';
import { editForm, type FormChange } from './edit-form';

/** The popup's form, and what a gesture has put in the place of. */
export type Typed = Omit<PopupDraft, 'question'>;

export interface TypedState {
  typed: ReadonlySignal<Typed>;
  fill(draft: PopupDraft): void;
  /** Takes what was typed and keeps it: the popup may be gone any moment. */
  edit(change: FormChange): void;
  /** Puts in what follows from the fields by itself; nobody has typed it. */
  amend(change: Partial<Typed>): void;
  /** A chat that was typed before its message gives way to the one that the text names. */
  giveWay(): void;
  bringBack(): void;
}

export function createTyped(): TypedState {
  const { question: _, ...nothing } = emptyDraft;
  const typed = signal<Typed>(nothing);
  const keep = (next: Typed) => {
    typed.value = next;
    void worker('keep draft', draftOf(next));
  };

  return {
    typed,
    fill({ question: _, ...filled }) {
      typed.value = filled;
    },
    edit: (change) => keep({ ...editForm(typed.value, change), before: typed.value.before }),
    amend(change) {
      typed.value = { ...typed.value, ...change };
    },
    giveWay() {
      const { chat } = typed.value;
      // Kept, too: what is sent is known by it again.
      if (chat) keep({ ...typed.value, chat: null, earlierChat: chat.written });
    },
    bringBack: () => keep({ ...typed.value, ...typed.value.before, before: null }),
  };
}

/** What can be kept and is worth it; where nothing is, what was typed before it. */
function draftOf(typed: Typed): PopupDraft | null {
  const { message, chat } = typed;
  if (message.length <= maxTextLength && (message !== '' || chat?.written)) return { ...typed, question: null };
  return typed.before && { ...typed.before, before: null };
}
