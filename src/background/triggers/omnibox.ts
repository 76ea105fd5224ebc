import { readDays } from '../../accounts/account-store';
import { isNewOffer } from '../../accounts/offer-account';
import { emptyForm } from '../../pins/plan/empty-form';
import { nameOfError } from '../../platform/handle-messages';
import { chatWithReason } from '../../words/chat-name';
import { keyOf, t } from '../../words/t';
import { describeWorkerError } from '../../words/worker-error';
import { planForm } from '../services';

/** Returns the line under the address bar: what `gesture` would do with the text after the keyword, or why it cannot. */
export const omniboxLine = (text: string): Promise<string> =>
  describeGesture(text).catch((error: unknown) => t(describeWorkerError(nameOfError(error))));

async function describeGesture(text: string): Promise<string> {
  const { accounts, items, offer, question } = await planForm({ ...emptyForm, message: text, mustChooseAccount: true });
  const [item, ...others] = items;
  if (!item) return t(keyOf('question', question ?? 'message-unread'));
  if (accounts.length === 0) return t('account_add_first');
  if (others.length > 0) return t('omnibox_several', String(items.length));
  const id = item.reference.messageId;
  if (!item.ok) return t('omnibox_asks', id, t(keyOf('question', item.question)));
  if (isNewOffer(offer)) return t('omnibox_asks', id, t('question_review'));

  const duration = t(keyOf('days', String((await readDays())(item.account))));
  const chat = chatWithReason(item.address.chat ?? item.reference.chat, item.chat?.from);
  const { name } = item.account;
  return chat === null ? t('omnibox_pin', id, duration, name) : t('omnibox_pin_in', id, chat, duration, name);
}
