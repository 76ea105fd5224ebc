import { isNewOffer, putOffer } from '../../accounts/offer-account';
import { emptyDraft } from '../../pins/plan/empty-form';
import { putQuestion, replaceDraft } from '../../pins/plan/popup-draft';
import type { PinRequest } from '../../pins/queue/request';
import { openOptions, openPopup } from '../../platform/action-button';
import type { Days } from '../../providers';
import { planForm, requestPins } from '../services';

/** The action that a gesture on a page asks for, with its options. */
export interface Gesture {
  action: PinRequest['action'];
  /** In days; null for the duration that was last chosen in the account. */
  days: Days | null;
  /** Whether the popup opens, filled in, and nothing is sent. */
  review: boolean;
}

/** Pins for the duration that was last chosen in the account. */
export const pinAsUsual: Gesture = { action: 'pin', days: null, review: false };

/**
 * Pins or unpins the message that a text names. If something is missing, opens the popup, filled in, with the question;
 * without an account, the options. Throws only before a request is written.
 * @param site the site of the page with the text; null for a text that was typed
 */
export async function gesture(
  text: string,
  { action, days, review }: Gesture,
  site: string | null = null,
): Promise<void> {
  // Outside the popup the user sees no account: if several are possible, one has to be chosen.
  const draft = { ...emptyDraft, message: text, action, days, mustChooseAccount: true };
  const requested = review ? null : await requestPins({ form: draft, shown: null });
  if (requested?.kind === 'enqueued') return;

  const plan = await planForm(draft);
  if (isNewOffer(plan.offer) && plan.items.length === 0) return putOffer(plan.offer, site);
  const message = plan.text.trim();
  if (plan.accounts.length === 0) {
    await replaceDraft({ ...draft, message, mustChooseAccount: false });
    return openOptions(message ? '#waiting' : undefined);
  }
  const question = plan.question ?? requested?.question ?? 'review';
  const [item, ...others] = plan.items;
  // Otherwise the popup would show the default account or the first one, although only this one is possible.
  const accountId = item?.ok && others.length === 0 && item.accountReason === 'only' ? item.account.id : null;
  await putQuestion({ ...draft, message, accountId, mustChooseAccount: question === 'account-missing', question });
  return openPopup();
}
