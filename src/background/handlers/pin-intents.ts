import * as v from 'valibot';
import { type AccountView, viewsOf } from '../../accounts/account';
import { readDays, readSavedAccounts, type SavedAccounts } from '../../accounts/account-store';
import { shownSchema } from '../../pins/plan/as-shown';
import { emptyForm } from '../../pins/plan/empty-form';
import { dropDraft, keepDraft, type PopupDraft, popupDraftSchema, readDraft } from '../../pins/plan/popup-draft';
import { popupFormSchema } from '../../pins/plan/popup-form';
import { type PopupPlan, popupPlanOf } from '../../pins/plan/popup-plan';
import type { Requested } from '../../pins/plan/request-pins';
import type { Wish } from '../../pins/queue/request';
import type { FollowedRequest } from '../../pins/queue/request-queries';
import { isUnsent } from '../../pins/queue/request-states';
import type { RequestView } from '../../pins/queue/request-view';
import { intent } from '../../platform/handle-messages';
import type { Days } from '../../providers';
import { readPreferences } from '../../settings/preferences';
import { latestCount, planForm, queue, requestPins, requestQueries } from '../services';
import { type CopiedUse, takeCopied } from '../triggers/pin-copied';

/** Everything that the popup shows, apart from the plan of its form. */
export interface Overview {
  accounts: AccountView[];
  /** Whether there are more accounts, which this version cannot read. */
  hasUnreadableAccounts: boolean;
  /** The duration of pins that was last chosen, by account id. */
  days: Record<string, Days>;
  latest: RequestView[];
  draft: PopupDraft | null;
  /** The country that is set for numbers without a country code. */
  country: string | null;
}

/** Everything that the popup needs for its first paint, in one answer. */
export interface OpenedPopup {
  overview: Overview;
  /** The use of the copied text for which the popup was opened; null if the popup was opened for something else. */
  copied: CopiedUse | null;
  /** The plan of the draft, or of the empty form if there is no draft. */
  plan: PopupPlan;
}

async function readOverview(savedAccounts: Promise<SavedAccounts>): Promise<Overview> {
  const [{ book, hasUnreadableAccounts }, daysOf, draft, latest, { country }] = await Promise.all([
    savedAccounts,
    readDays(),
    readDraft(),
    requestQueries.latestViews(latestCount),
    readPreferences(),
  ]);
  return {
    accounts: viewsOf(book),
    hasUnreadableAccounts,
    days: Object.fromEntries(book.accounts.map((account) => [account.id, daysOf(account)])),
    latest,
    draft,
    country,
  };
}

/**
 * `gone`: the request does not exist any more. `overtaken`: there is a newer request for its message, or a pin has
 * ended since, so the request cannot be undone as the screen said.
 */
export type Repeated = Requested | { kind: 'gone' | 'overtaken' };

/** Returns the wish that restores what was known before a request, or null if the screen offered something else. */
function wishOfUndo({ undoOffer, ...request }: RequestView, shown: 'pin' | 'unpin'): Wish | null {
  if (undoOffer?.kind !== shown) return null;
  const days = undoOffer.kind === 'pin' ? undoOffer.days : request.days;
  return { ...request, action: undoOffer.kind, days, undoes: request.id };
}

/** The intents of the popup about pins and requests. */
export const pinIntents = {
  'open popup': intent(v.object({}), async (): Promise<OpenedPopup> => {
    const savedAccounts = readSavedAccounts();
    const [overview, copied] = await Promise.all([readOverview(savedAccounts), takeCopied()]);
    const form = overview.draft ?? emptyForm;
    return { overview, copied, plan: popupPlanOf(form, await planForm(form, savedAccounts)) };
  }),

  /** Returns the overview again, for an open popup after a change. */
  overview: intent(v.object({}), () => readOverview(readSavedAccounts())),

  /** Returns the latest requests, and the requests with the given ids. */
  requests: intent(v.object({ ids: v.array(v.string()) }), async ({ ids }) => {
    const [latest, followed] = await Promise.all([requestQueries.latestViews(latestCount), requestQueries.views(ids)]);
    return { latest, followed };
  }),

  /**
   * Returns the progress of many requests. A page asks for it once, and then applies the changes that the worker
   * announces.
   */
  'follow requests': intent(
    v.object({ ids: v.array(v.string()) }),
    ({ ids }): Promise<FollowedRequest[]> => requestQueries.follow(ids),
  ),

  /** Plans the form. The popup asks for this whenever the form changes. */
  plan: intent(popupFormSchema, async (form): Promise<PopupPlan> => popupPlanOf(form, await planForm(form))),

  /**
   * Sends the pins of a form if its plan is still the one that the popup showed. The form has the action of the pressed
   * button and the duration that was on the screen.
   */
  pin: intent(v.object({ form: popupFormSchema, shown: shownSchema }), async ({ form, shown }): Promise<Requested> => {
    const requested = await requestPins({ form, shown });
    // The requests are on disk: an error from here on must not look as if they were not.
    if (requested.kind === 'enqueued') await dropDraft(form).catch(() => {});
    return requested;
  }),

  /** Sends an earlier request again, or restores what was known before it, unless there is a newer request. */
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
      const requested = wish && (await requestPins({ wishes: [wish], run: '' }));
      const isOvertaken = requested?.kind === 'enqueued' && requested.ids.length === 0;
      return requested && !isOvertaken ? requested : { kind: 'overtaken' };
    },
  ),

  /** Cancels requests that have not been sent. */
  cancel: intent(v.object({ ids: v.array(v.string()) }), ({ ids }) => queue.cancel(ids)),

  seen: intent(v.object({ ids: v.array(v.string()) }), ({ ids }) => queue.markSeen(ids)),

  'keep draft': intent(v.nullable(popupDraftSchema), keepDraft),
};
