import { daysOf, rememberDays } from '../../accounts/account-store';
import { emptyDraft } from '../../pins/plan/empty-draft';
import { questionOf } from '../../pins/plan/plan';
import type { PinRequest } from '../../pins/queue/request';
import { openOptions, openPopup } from '../../platform/action-button';
import type { Days } from '../../providers';
import { putOffer } from '../offer-account';
import { sourceOf } from '../plan-form';
import { putQuestion, replaceDraft } from '../popup-draft';
import { queue } from '../services';
import { understand } from '../understand';

/** What a gesture on a page wants. `review` only fills the popup. */
export interface Gesture {
  action: PinRequest['action'];
  /** Null: as last chosen in the account. */
  days: Days | null;
  review: boolean;
}

/** To pin, for as long as in that account the last time. */
export const pinAsUsual: Gesture = { action: 'pin', days: null, review: false };

/**
 * Goes the way of a pin from a text on any page: acts where nothing is missing, else opens the popup on what is. Whatever
 * it throws, it throws before a request is written.
 * @param site where the text stood; null for what was typed
 */
export async function gesture(
  text: string,
  { action, days, review }: Gesture,
  site: string | null = null,
): Promise<void> {
  const { book, text: clean, reading, items, offer } = await understand(text);
  const isUnsaved = offer !== null && offer !== 'known';
  if (isUnsaved && items.length === 0) return putOffer(offer, site);
  const question = questionOf(text, reading, items);
  const message = clean.trim();
  const draft = { ...emptyDraft, message, action, days };
  if (book.accounts.length === 0) {
    await replaceDraft(draft);
    return openOptions(message ? '#waiting' : undefined);
  }

  const [item, ...others] = items;
  // Whether another account may do what the text asked of one that is not here, the user has to see.
  if (item?.ok && others.length === 0 && !review && !question && !isUnsaved) {
    const account = book.accounts.find(({ id }) => id === item.account.id);
    const chosen = days ?? (account ? await daysOf(account) : item.account.days);
    const { id: accountId, name: accountName, providerId } = item.account;
    const { address } = item;
    await queue.enqueue([{ accountId, accountName, providerId, action, days: chosen, address, ...sourceOf(item) }]);
    // It is on its way: a duration that cannot be remembered must not look as if it were not.
    return action === 'pin' ? rememberDays(accountId, chosen).catch(() => {}) : undefined;
  }
  // Nobody has chosen an account yet: the popup finds the same, but for the only one of several that can.
  const accountId = item?.ok && others.length === 0 && item.because === 'only' ? item.account.id : null;
  const undecided = question === 'account-missing';
  await putQuestion({ ...draft, accountId, undecided, question: question ?? 'review' });
  return openPopup();
}
