import { daysOf } from '../../accounts/account-store';
import { questionOf } from '../../pins/plan/plan';
import { chatWithReason } from '../../words/chat-name';
import { keyOf, t } from '../../words/t';
import { understand } from '../understand';

/**
 * What is understood of the text after the keyword, as `gesture` goes on with it: one message that nothing is missing
 * for is pinned, else the popup asks.
 */
export async function omniboxLine(text: string): Promise<string> {
  const { book, reading, items, offer } = await understand(text);
  const [item, ...others] = items;
  const asked = questionOf(text, reading, items);
  if (!item) return t(keyOf('question', asked ?? 'message-unread'));
  if (book.accounts.length === 0) return t('account_add_first');
  if (others.length > 0) return t('omnibox_several', String(items.length));
  const id = item.reference.messageId;
  if (!item.ok) return t('omnibox_asks', id, t(keyOf('question', item.question)));
  if (offer && offer !== 'known') return t('omnibox_asks', id, t('question_review'));

  const account = book.accounts.find((candidate) => candidate.id === item.account.id);
  const days = account ? await daysOf(account) : item.account.days;
  const duration = t(keyOf('days', String(days)));
  const chat = chatWithReason(item.address.chat ?? item.reference.chat, item.chat?.from);
  const { name } = item.account;
  return chat === null ? t('omnibox_pin', id, duration, name) : t('omnibox_pin_in', id, chat, duration, name);
}
