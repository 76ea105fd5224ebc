import * as v from 'valibot';
import { type AccountView, isCredential, viewOf } from '../accounts/account';
import { daysOf, readBook, rememberDays } from '../accounts/store';
import { isUnsent } from '../pins/machine';
import { opposite } from '../pins/opposite';
import type { Wish } from '../pins/pin-request';
import type { Question } from '../pins/plan';
import { popupFormSchema } from '../pins/popup-form';
import type { RequestView } from '../pins/request-view';
import { intent } from '../platform/messages';
import { type Days, durations } from '../providers';
import { readPreferences } from '../settings/preferences';
import { isAsShown, shownSchema } from './as-shown';
import { dropDraft, keepDraft, type PopupDraft, popupDraftSchema, readDraft } from './draft';
import { keyOfReference, missingIn, planForm, sourceOf, understandForm } from './planned';
import { ledger, looksBack, outbox } from './sender';

/** All that the popup shows when it opens. */
export interface Overview {
  accounts: AccountView[];
  /** How long pins last, by account id: as last chosen there. */
  days: Record<string, Days>;
  latest: RequestView[];
  draft: PopupDraft | null;
  /** The country that is set for numbers without a country code. */
  country: string | null;
}

const pinSchema = v.object({
  form: popupFormSchema,
  action: v.picklist(['pin', 'unpin']),
  days: v.picklist(durations),
  shown: shownSchema,
});

export type Enqueued = { kind: 'enqueued'; ids: string[] } | { kind: 'asked'; question: Question };

/** What the popup may ask. Pages send intents; only the worker calls providers. */
export const pinIntents = {
  overview: intent(v.object({}), async (): Promise<Overview> => {
    const [book, draft, latest, { country }] = await Promise.all([
      readBook(),
      readDraft(),
      ledger.latestViews(looksBack),
      readPreferences(),
    ]);
    const days = book.accounts.map(async (account): Promise<[string, Days]> => [account.id, await daysOf(account)]);
    return {
      accounts: book.accounts.map((account) => viewOf(account, book)),
      days: Object.fromEntries(await Promise.all(days)),
      latest,
      draft,
      country,
    };
  }),

  /** The latest requests, and those that a page follows. */
  requests: intent(v.object({ ids: v.array(v.string()) }), async ({ ids }) => {
    const [latest, followed] = await Promise.all([ledger.latestViews(looksBack), ledger.views(ids)]);
    return { latest, followed };
  }),

  /** What the fields come to, asked whenever they change. */
  plan: intent(popupFormSchema, planForm),

  /** Sends what the fields say where that is what they showed; else says what has to be asked, or looked at once more. */
  pin: intent(pinSchema, async ({ form, action, days, shown }): Promise<Enqueued> => {
    const understanding = await understandForm(form);
    const items = understanding.items.filter(({ reference }) => !form.left.includes(keyOfReference(reference)));
    const missing = missingIn(form, understanding, items);
    if (missing) return { kind: 'asked', question: missing };
    if (!isAsShown(shown, understanding, items)) return { kind: 'asked', question: 'review' };
    const wishes = items.flatMap((item): Wish[] => {
      if (!item.ok) return [];
      const { id, name, provider } = item.account;
      return [{ accountId: id, accountName: name, provider, action, days, address: item.address, ...sourceOf(item) }];
    });
    const { book } = understanding;
    if (wishes.some(({ address }) => isCredential(book, address.messageId))) {
      return { kind: 'asked', question: 'credential' };
    }
    const ids = await outbox.enqueue(wishes);
    // From here on it is sent: whatever else fails must not look as if it were not.
    await dropDraft(form).catch(() => {});
    const accounts = action === 'pin' ? new Set(wishes.map(({ accountId }) => accountId)) : [];
    for (const id of accounts) await rememberDays(id, days).catch(() => {});
    return { kind: 'enqueued', ids };
  }),

  /** Sends an earlier request again, as it was or taken back; an empty list where it is no longer known. */
  repeat: intent(v.object({ id: v.string(), as: v.picklist(['same', 'opposite']) }), async ({ id, as }) => {
    const earlier = await ledger.get(id);
    if (!earlier) return [];
    if (as === 'same' && isUnsent(earlier)) {
      await outbox.hasten(id);
      return [id];
    }
    return outbox.enqueue([as === 'same' ? earlier : opposite(earlier)]);
  }),

  /** Takes back what is not at the provider. */
  cancel: intent(v.object({ ids: v.array(v.string()) }), ({ ids }) => outbox.cancel(ids)),

  seen: intent(v.object({ ids: v.array(v.string()) }), ({ ids }) => outbox.markSeen(ids)),

  'keep draft': intent(v.nullable(popupDraftSchema), keepDraft),
};
