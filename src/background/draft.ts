import * as v from 'valibot';
import { questions } from '../pins/plan';
import { announce } from '../platform/changes';
import { storedItem } from '../platform/stored-item';
import { durations } from '../providers';

/** What the popup is filled with when it opens: from a gesture that left a question, or as it was when it closed. */
export const popupDraftSchema = v.object({
  message: v.string(),
  chat: v.nullable(v.string()),
  action: v.picklist(['pin', 'unpin']),
  /** Null: as last chosen in the account. */
  days: v.nullable(v.picklist(durations)),
  /** Null: as the text and the default say. */
  accountId: v.nullable(v.string()),
  /** Whether the account is still to be chosen. */
  undecided: v.boolean(),
  question: v.nullable(v.picklist(questions)),
});
export type PopupDraft = v.InferOutput<typeof popupDraftSchema>;

/** Kept in memory by the browser, until it ends. */
const item = storedItem('session', 'draft', v.nullable(popupDraftSchema), null);

export const readDraft = (): Promise<PopupDraft | null> => item.get();

/** Keeps what is typed. */
export const keepDraft = async (draft: PopupDraft | null): Promise<void> => {
  await item.update(() => draft);
};

/** Puts a question to the popup, also to one that is open. */
export async function putQuestion(draft: PopupDraft): Promise<void> {
  await keepDraft(draft);
  announce('draft');
}
