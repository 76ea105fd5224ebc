import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { emptyForm } from '../pins/plan/empty-form';
import type { PopupDraft } from '../pins/plan/popup-draft';
import type { PopupForm } from '../pins/plan/popup-form';
import { maxTextLength } from '../references/longest-text';
import { worker } from '../ui/worker';
import { editForm, type FormChange } from './edit-form';

/** The popup's form, and the functions that change it. */
export interface FormState {
  form: ReadonlySignal<PopupForm>;
  /** The user's form that a gesture replaced, to be restored. */
  before: ReadonlySignal<PopupForm | null>;
  /**
   * Shows the draft that the popup opens with, and from then on stores what the user types. If the user has typed
   * something already, that stays, and the draft becomes `before`. Returns whether the draft is shown.
   */
  start(draft: PopupDraft | null): boolean;
  /** Shows a draft. */
  fill(draft: PopupDraft): void;
  /** Applies a change by the user and keeps the form, because the popup may close at any moment. */
  edit(change: FormChange): void;
  /** Changes fields that follow from other fields. The user did not type them, so they are not kept. */
  amend(change: Partial<PopupForm>): void;
  /**
   * Removes the typed chat, because the text that was typed later names another one. The popup offers the typed chat as
   * the earlier chat.
   */
  giveWay(): void;
  /** Remembers the form as `before`, because another form is about to replace it. */
  setAside(): void;
  bringBack(): void;
}

/** Creates an empty form. */
export function createFormState(): FormState {
  const form = signal<PopupForm>(emptyForm);
  const before = signal<PopupForm | null>(null);

  const show = (nextForm: PopupForm, nextBefore: PopupForm | null): void =>
    batch(() => {
      form.value = nextForm;
      before.value = nextBefore;
    });
  /** Until the draft is read, nothing is kept, because that would replace the draft. */
  let isStarted = false;
  function keep(nextForm: PopupForm, nextBefore: PopupForm | null): void {
    show(nextForm, nextBefore);
    if (isStarted) void worker('keep draft', draftOf(nextForm, nextBefore));
  }
  const fill = (draft: PopupDraft): void => show(formOf(draft), draft.before);

  return {
    form,
    before,
    start(draft) {
      isStarted = true;
      const isEmpty = form.value.message === '';
      if (!isEmpty) keep(form.value, draft && (draft.message === '' ? draft.before : formOf(draft)));
      else if (draft) fill(draft);
      return isEmpty;
    },
    fill,
    edit: (change) => keep(editForm(form.value, change), before.value),
    amend: (change) => show({ ...form.value, ...change }, before.value),
    giveWay() {
      const { chat } = form.value;
      // The form is kept, because the worker recognizes the draft of a sent form by its chat.
      if (chat) keep({ ...form.value, chat: null, earlierChat: chat.written }, before.value);
    },
    setAside() {
      if (form.value.message !== '') before.value = form.value;
    },
    bringBack: () => keep(before.value ?? form.value, null),
  };
}

/** Returns the form of a draft. */
export const formOf = ({ question: _, before: __, ...form }: PopupDraft): PopupForm => form;

/**
 * Returns the draft of a form. If the form is empty or too long to be kept, returns the form that it replaced instead.
 */
function draftOf(form: PopupForm, before: PopupForm | null): PopupDraft | null {
  const { message, chat } = form;
  const isWorthKeeping = message.length <= maxTextLength && (message !== '' || chat?.written);
  if (isWorthKeeping) return { ...form, question: null, before };
  return before && { ...before, question: null, before: null };
}
