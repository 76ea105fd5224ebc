import * as v from 'valibot';
import { questions } from '../pins/plan';
import { type PopupForm, popupFormSchema } from '../pins/popup-form';
import { announce } from '../platform/changes';
import { storedItem } from '../platform/stored-item';

const filledSchema = v.object({ ...popupFormSchema.entries, question: v.nullable(v.picklist(questions)) });

/** What the popup is filled with when it opens: from a gesture that left a question, or as it was when it closed. */
export const popupDraftSchema = v.object({
  ...filledSchema.entries,
  /** What had been typed when a gesture came in its place. */
  before: v.nullable(filledSchema),
});
export type PopupDraft = v.InferOutput<typeof popupDraftSchema>;

/** Kept in memory by the browser, until it ends. */
const item = storedItem('session', 'draft', v.nullable(popupDraftSchema), null);

export const readDraft = (): Promise<PopupDraft | null> => item.get();

/** Keeps what is typed. */
export const keepDraft = async (draft: PopupDraft | null): Promise<void> => {
  await item.update(() => draft);
};

/** Keeps what a gesture found. The newer wish takes the form; what was typed there waits to be brought back. */
export const replaceDraft = async (draft: PopupDraft): Promise<void> => {
  await item.update((old) => ({ ...draft, before: old?.question === null ? old : (old?.before ?? null) }));
};

/** Puts a question to the popup, also to one that is open. */
export async function putQuestion(draft: PopupDraft): Promise<void> {
  await replaceDraft(draft);
  announce('draft');
}

/** Lets go of what was sent. What was typed meanwhile stays, and what a gesture had replaced comes back. */
export const dropDraft = async ({ message, chat }: Pick<PopupForm, 'message' | 'chat'>): Promise<void> => {
  await item.update((draft) => {
    if (draft?.message !== message || draft.chat?.written !== chat?.written) return draft;
    return draft.before && { ...draft.before, before: null };
  });
};
