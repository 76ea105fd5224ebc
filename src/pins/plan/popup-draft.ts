import * as v from 'valibot';
import type { AccountBook } from '../../accounts/account';
import { readBook } from '../../accounts/account-store';
import { createCredentialMask, readClean } from '../../accounts/credentials';
import { redactStrings } from '../../accounts/redact';
import { announce } from '../../platform/changes';
import { withLock } from '../../platform/locks';
import { storedItem } from '../../platform/stored-item';
import { questions } from './plan';
import { type PopupForm, popupFormSchema } from './popup-form';

const filledSchema = v.object({ ...popupFormSchema.entries, question: v.nullable(v.picklist(questions)) });
type Filled = v.InferOutput<typeof filledSchema>;

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

/** Writes a draft, never with a credential in it: every way to keep one is through here. */
const write = (change: (old: PopupDraft | null) => PopupDraft | null): Promise<void> =>
  withLock('draft', async () => {
    const book = await readBook();
    await item.update((old) => {
      const draft = change(old);
      return draft && { ...clean(draft, book), before: draft.before && clean(draft.before, book) };
    });
  });

function clean<T extends Filled>(draft: T, book: AccountBook): T {
  const { text } = readClean(draft.message, book);
  const maskCredentials = createCredentialMask(book);
  return redactStrings(draft, (each) => (each === draft.message ? text : maskCredentials(each)));
}

/** Keeps what is typed. */
export const keepDraft = (draft: PopupDraft | null): Promise<void> => write(() => draft);

/** Keeps what a gesture found. The newer wish takes the form; what was typed there waits to be brought back. */
export const replaceDraft = (draft: PopupDraft): Promise<void> =>
  write((old) => ({ ...draft, before: old?.question === null ? old : (old?.before ?? null) }));

/** Puts a question to the popup, also to one that is open. */
export async function putQuestion(draft: PopupDraft): Promise<void> {
  await replaceDraft(draft);
  announce('draft');
}

/** Lets go of what was sent. What was typed meanwhile stays, and what a gesture had replaced comes back. */
export const dropDraft = ({ message, chat }: Pick<PopupForm, 'message' | 'chat'>): Promise<void> =>
  write((draft) => {
    if (draft?.message !== message || draft.chat?.written !== chat?.written) return draft;
    return draft.before && { ...draft.before, before: null };
  });
