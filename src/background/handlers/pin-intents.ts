import * as v from 'valibot';
import { type AccountView, viewOf } from '../../accounts/account';
import { daysOf, readBook, rememberDays } from '../../accounts/account-store';
import { isAsShown, shownSchema } from '../../pins/plan/as-shown';
import type { Question } from '../../pins/plan/plan';
import { keyOfReference, missingIn, planPopupForm, sourceOf, understandForm } from '../../pins/plan/plan-form';
import { dropDraft, keepDraft, type PopupDraft, popupDraftSchema, readDraft } from '../../pins/plan/popup-draft';
import { popupFormSchema } from '../../pins/plan/popup-form';
import type { Wish } from '../../pins/queue/request';
import { isUnsent } from '../../pins/queue/request-states';
import type { RequestView } from '../../pins/queue/request-view';
import { intent } from '../../platform/handle-messages';
import { type Days, durations } from '../../providers';
import { readPreferences } from '../../settings/preferences';
import { latestCount, queue, requestQueries } from '../services';

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

/** `gone`: the request is not known. `overtaken`: something newer was asked for its message, or a pin has ended since, so it is not undone as was shown. */
export type Repeated = { kind: 'enqueued'; ids: string[] } | { kind: 'gone' | 'overtaken' };

/** What gives back what was before a request, where that is known and what the screen said. */
function wishOfUndo({ wayBack, ...request }: RequestView, shown: 'pin' | 'unpin'): Wish | null {
  if (wayBack?.kind !== shown) return null;
  const days = wayBack.kind === 'pin' ? wayBack.days : request.days;
  return { ...request, action: wayBack.kind, days, undoes: request.id };
}

/** What the popup may ask. Pages send intents; only the worker calls providers. */
export const pinIntents = {
  overview: intent(v.object({}), async (): Promise<Overview> => {
    const [book, draft, latest, { country }] = await Promise.all([
      readBook(),
      readDraft(),
      requestQueries.latestViews(latestCount),
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
    const [latest, followed] = await Promise.all([requestQueries.latestViews(latestCount), requestQueries.views(ids)]);
    return { latest, followed };
  }),

  /** What the fields come to, asked whenever they change. */
  plan: intent(popupFormSchema, planPopupForm),

  /** Sends what the fields say where that is what they showed; else says what has to be asked, or looked at once more. */
  pin: intent(pinSchema, async ({ form, action, days, shown }): Promise<Enqueued> => {
    const understanding = await understandForm(form);
    const items = understanding.items.filter(({ reference }) => !form.left.includes(keyOfReference(reference)));
    const missing = missingIn(form, understanding, items);
    if (missing) return { kind: 'asked', question: missing };
    if (!isAsShown(shown, understanding, items)) return { kind: 'asked', question: 'review' };
    const wishes = items.flatMap((item): Wish[] => {
      if (!item.ok) return [];
      const { id, name, providerId } = item.account;
      return [{ accountId: id, accountName: name, providerId, action, days, address: item.address, ...sourceOf(item) }];
    });
    const ids = await queue.enqueue(wishes);
    // From here on it is sent: whatever else fails must not look as if it were not.
    await dropDraft({ ...form, message: understanding.text }).catch(() => {});
    const accounts = action === 'pin' ? new Set(wishes.map(({ accountId }) => accountId)) : [];
    for (const id of accounts) await rememberDays(id, days).catch(() => {});
    return { kind: 'enqueued', ids };
  }),

  /** Sends an earlier request again, or gives back what was before it by that action: only as long as nothing newer was asked. */
  repeat: intent(
    v.object({ id: v.string(), as: v.picklist(['same', 'pin', 'unpin']) }),
    async ({ id, as }): Promise<Repeated> => {
      const [earlier] = await requestQueries.views([id]);
      if (!earlier) return { kind: 'gone' };
      if (as === 'same' && isUnsent(earlier)) {
        await queue.hasten(id);
        return { kind: 'enqueued', ids: [id] };
      }
      const wish = as === 'same' ? earlier : wishOfUndo(earlier, as);
      const ids = wish ? await queue.enqueue([wish]) : [];
      return ids.length > 0 ? { kind: 'enqueued', ids } : { kind: 'overtaken' };
    },
  ),

  /** Takes back what is not at the provider. */
  cancel: intent(v.object({ ids: v.array(v.string()) }), ({ ids }) => queue.cancel(ids)),

  seen: intent(v.object({ ids: v.array(v.string()) }), ({ ids }) => queue.markSeen(ids)),

  'keep draft': intent(v.nullable(popupDraftSchema), keepDraft),
};
