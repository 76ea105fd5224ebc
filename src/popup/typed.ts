import { type ReadonlySignal, signal } from '@preact/signals';
import type { PopupDraft } from '../background/draft';
import { emptyDraft } from '../pins/empty-draft';
import { longestText } from '../references/longest-text';
import { worker } from '../ui/worker';

/** What the user has said in the popup, and what a gesture has put in the place of. */
export type Typed = Omit<PopupDraft, 'question'>;

export interface TypedState {
  typed: ReadonlySignal<Typed>;
  fill(draft: PopupDraft): void;
  /** Takes what was typed and keeps it: the popup may be gone any moment. */
  edit(change: Partial<Typed>): void;
}

export function createTyped(): TypedState {
  const { question: _, ...nothing } = emptyDraft;
  const typed = signal<Typed>(nothing);

  return {
    typed,
    fill({ question: _, ...filled }) {
      typed.value = filled;
    },
    edit(change) {
      const { message, chat, accountId } = change;
      const { sender } = typed.value;
      typed.value = {
        ...typed.value,
        // Another message is another wish: what a gesture or the user wanted of the first is no longer meant.
        ...(message === undefined ? {} : { left: [], action: 'pin', undecided: false, sender: null }),
        ...(accountId === undefined ? {} : { undecided: false, sender: null }),
        // Another chat has other authors.
        ...(chat !== undefined && sender && message === undefined ? { sender: { ...sender, author: null } } : {}),
        ...change,
      };
      void worker('keep draft', draftOf(typed.value));
    },
  };
}

/** What can be kept and is worth it; where nothing is, what was typed before it. */
function draftOf(typed: Typed): PopupDraft | null {
  const { message, chat } = typed;
  if (message.length <= longestText && (message !== '' || chat)) return { ...typed, question: null };
  return typed.before && { ...typed.before, before: null };
}
