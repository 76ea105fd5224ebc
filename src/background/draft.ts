import * as v from 'valibot';
import { questions } from '../pins/plan';
import { announce } from '../platform/changes';
import { storedItem } from '../platform/stored-item';
import { durations } from '../providers';
import { type TypedText, typedSchema } from './planned';

const fields = {
  ...typedSchema.entries,
  action: v.picklist(['pin', 'unpin']),
  /** Null: as last chosen in the account. */
  days: v.nullable(v.picklist(durations)),
  /** The messages of a list that are left out, by their key. */
  left: v.array(v.string()),
  question: v.nullable(v.picklist(questions)),
};
const filledSchema = v.object(fields);

/** What the popup is filled with when it opens: from a gesture that left a question, or as it was when it closed. */
export const popupDraftSchema = v.object({
  ...fields,
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
export const dropDraft = async ({ message, chat }: TypedText): Promise<void> => {
  await item.update((draft) => {
    if (draft?.message !== message || draft.chat !== chat) return draft;
    return draft.before && { ...draft.before, before: null };
  });
};
