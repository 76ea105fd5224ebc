import * as v from 'valibot';
import type { AccountBook } from '../../accounts/account';
import { readBook } from '../../accounts/account-store';
import { createCredentialMask, readClean } from '../../accounts/credentials';
import { redactStrings } from '../../accounts/redact';
import { announce } from '../../platform/changes';
import { withLock } from '../../platform/locks';
import { sessionItem } from '../../platform/stored-item';
import { type PopupForm, popupFormSchema } from './popup-form';
import { questions } from './question';

/** The form that the popup opens with: one that a gesture filled in, or the one that the user left when it closed. */
export const popupDraftSchema = v.object({
  ...popupFormSchema.entries,
  /** The question that a gesture left; null for a form that the user has edited. */
  question: v.nullable(v.picklist(questions)),
  /** The user's form that a gesture replaced. */
  before: v.nullable(popupFormSchema),
});
export type PopupDraft = v.InferOutput<typeof popupDraftSchema>;

/** Kept in memory until the browser closes. */
const item = sessionItem('draft', v.nullable(popupDraftSchema), null);

/** Returns the draft, or null if the popup opens empty. */
export const readDraft = (): Promise<PopupDraft | null> => item.get();

/** The edited form that waits to be stored, if nothing else has been asked for since. A later one replaces it. */
let waiting: { draft: PopupDraft | null; done: Promise<void> } | null = null;

/** Writes the draft that `change` makes of the stored one, without credentials. Nothing else writes drafts. */
function updateDraft(
  change: (stored: PopupDraft | null, savedAccounts: AccountBook) => PopupDraft | null,
): Promise<void> {
  waiting = null;
  return withLock('draft', async () => {
    const savedAccounts = await readBook();
    await item.update((stored) => {
      const draft = change(stored, savedAccounts);
      return (
        draft && {
          ...withoutCredentials(draft, savedAccounts),
          before: draft.before && withoutCredentials(draft.before, savedAccounts),
        }
      );
    });
  });
}

/**
 * Masks credentials in the fields of a form. If a text names messages besides the credentials, only the messages are
 * kept.
 */
function withoutCredentials<T extends PopupForm>(form: T, savedAccounts: AccountBook): T {
  const { text } = readClean(form.message, savedAccounts);
  const maskCredentials = createCredentialMask(savedAccounts);
  return redactStrings(form, (value) => (value === form.message ? text : maskCredentials(value)));
}

/** Stores the form as the user has edited it. While the text changes quickly, only the latest form is stored. */
export function keepDraft(draft: PopupDraft | null): Promise<void> {
  if (waiting) {
    waiting.draft = draft;
    return waiting.done;
  }
  const kept = { draft, done: Promise.resolve() };
  const isBegun = (): void => {
    if (waiting === kept) waiting = null;
  };
  kept.done = updateDraft(() => {
    isBegun();
    return kept.draft;
  }).finally(isBegun);
  waiting = kept;
  return kept.done;
}

/** Stores the form that a gesture filled in. The user's own form is kept as `before`, so that it can be restored. */
export const replaceDraft = (draft: PopupDraft): Promise<void> =>
  updateDraft((stored) => ({ ...draft, before: stored?.question === null ? stored : (stored?.before ?? null) }));

/** Stores the form that a gesture filled in, and shows it in a popup that is already open. */
export async function putQuestion(draft: PopupDraft): Promise<void> {
  await replaceDraft(draft);
  announce('draft');
}

/**
 * Removes the draft of a form that was sent; the form that a gesture had replaced becomes the draft again. A draft with
 * another message or chat was typed meanwhile, and stays.
 */
export const dropDraft = (sent: PopupForm): Promise<void> =>
  updateDraft((stored, savedAccounts) => {
    const { message, chat } = withoutCredentials(sent, savedAccounts);
    if (stored?.message !== message || stored.chat?.written !== chat?.written) return stored;
    return stored.before && { ...stored.before, question: null, before: null };
  });
