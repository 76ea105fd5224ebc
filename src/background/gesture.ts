import { daysOf, readBook, rememberDays } from '../accounts/store';
import { choose } from '../pins/choose';
import type { PinRequest } from '../pins/pin-request';
import { openOptions, openPopup } from '../platform/toolbar';
import type { Days } from '../providers';
import { keepDraft, putQuestion } from './draft';
import { outbox } from './sender';

/** What a gesture on a page wants. `review` only fills the popup. */
export interface Gesture {
  action: PinRequest['action'];
  /** Null: as last chosen in the account. */
  days: Days | null;
  review: boolean;
}

/** Goes the way of a pin from a text on any page: acts where nothing is missing, else opens the popup on what is. */
export async function gesture(text: string, { action, days, review }: Gesture): Promise<void> {
  const { accounts, defaultId } = await readBook();
  const choice = choose(text, accounts, defaultId);
  const draft = { message: text.trim(), chat: '', action, days };
  if (choice.kind === 'setup') {
    await keepDraft({ ...draft, accountId: null, question: null });
    return openOptions('#waiting');
  }
  if (choice.kind === 'act' && !review) {
    const { account, address } = choice;
    const chosen = days ?? (await daysOf(account));
    const wish = { accountId: account.id, accountName: account.name, provider: account.provider };
    await outbox.enqueue([{ ...wish, action, days: chosen, address }]);
    return action === 'pin' ? rememberDays(account.id, chosen) : undefined;
  }
  const question = choice.kind === 'ask' ? choice.question : 'review';
  await putQuestion({ ...draft, accountId: choice.account?.id ?? null, question });
  return openPopup();
}
