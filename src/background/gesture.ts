import { isCredential } from '../accounts/account';
import { daysOf, rememberDays } from '../accounts/store';
import type { PinRequest } from '../pins/pin-request';
import { questionOf } from '../pins/plan';
import { openOptions, openPopup } from '../platform/toolbar';
import type { Days } from '../providers';
import { keepDraft, putQuestion } from './draft';
import { offerIn, putOffer } from './offer';
import { outbox } from './sender';
import { understand } from './understand';

/** What a gesture on a page wants. `review` only fills the popup. */
export interface Gesture {
  action: PinRequest['action'];
  /** Null: as last chosen in the account. */
  days: Days | null;
  review: boolean;
}

/** To pin, for as long as in that account the last time. */
export const pinAsUsual: Gesture = { action: 'pin', days: null, review: false };

/** Goes the way of a pin from a text on any page: acts where nothing is missing, else opens the popup on what is. */
export async function gesture(text: string, { action, days, review }: Gesture): Promise<void> {
  const { book, reading, items } = await understand(text);
  const draft = { message: text.trim(), chat: null, action, days, accountId: null, undecided: false };
  const offer = items.length === 0 ? offerIn(text, book) : null;
  if (offer) return putOffer(offer);
  if (book.accounts.length === 0) {
    await keepDraft({ ...draft, question: null });
    return openOptions('#waiting');
  }

  const [item, ...others] = items;
  if (items.some(({ reference }) => isCredential(book, reference.messageId))) {
    await putQuestion({ ...draft, message: '', question: 'credential' });
    return openPopup();
  }
  if (item?.ok && others.length === 0 && !review) {
    const account = book.accounts.find(({ id }) => id === item.account.id);
    const chosen = days ?? (account ? await daysOf(account) : item.account.days);
    const { id: accountId, name: accountName, provider } = item.account;
    await outbox.enqueue([{ accountId, accountName, provider, action, days: chosen, address: item.address }]);
    // It is on its way: a duration that cannot be remembered must not look as if it were not.
    return action === 'pin' ? rememberDays(accountId, chosen).catch(() => {}) : undefined;
  }
  const question = questionOf(text, reading, items) ?? 'review';
  // The popup names what the text names by itself, and says so.
  const accountId = others.length === 0 && !(item?.ok && item.because === 'named') ? (item?.account?.id ?? null) : null;
  // Credentials are shown nowhere, not even to the one who selected them.
  const undecided = question === 'account-missing';
  await putQuestion({
    ...draft,
    accountId,
    undecided,
    message: question === 'credential' ? '' : draft.message,
    question,
  });
  return openPopup();
}
