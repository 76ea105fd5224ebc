import type { AccountView } from '../accounts/account';
import type { PopupPlan } from '../pins/plan/plan-form';
import type { NumberToRead } from '../ui/reading-numbers';
import type { Typed } from './form-state';

/** The numbers of a plan whose country is asked for, each once for every account of another number. */
export function numbersToRead(
  { items }: PopupPlan,
  { left, sender, numbers: known }: Typed,
  accounts: readonly AccountView[],
  country: string | null,
): NumberToRead[] {
  const numbers = items.flatMap(({ key, chat, accountId, question }): NumberToRead[] => {
    const written = question === 'author-country' ? sender?.author : question === 'chat-country' ? chat : null;
    if (!written || written in known || left.includes(key)) return [];
    return [{ written, number: accounts.find(({ id }) => id === accountId)?.number ?? null, country }];
  });
  return [...new Map(numbers.map((each) => [`${each.written} ${each.number}`, each])).values()];
}
