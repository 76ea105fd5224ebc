import type { AccountView } from '../accounts/account';
import type { PopupForm } from '../pins/plan/popup-form';
import type { PopupPlan } from '../pins/plan/popup-plan';
import type { NumberToRead } from '../ui/reading-numbers';

/** What is known of countries: the accounts with their numbers, and the country of the settings. */
interface KnownCountries {
  accounts: readonly AccountView[];
  country: string | null;
}

/** Returns the numbers of a plan whose country is asked for, each once for every account number that may tell it. */
export function numbersToRead(
  { items }: PopupPlan,
  form: PopupForm,
  knownCountries: KnownCountries | null,
): NumberToRead[] {
  const { excluded, sender, numbers: answered } = form;
  const { accounts = [], country = null } = knownCountries ?? {};
  const numbers = items.flatMap(({ key, chat, accountId, question }): NumberToRead[] => {
    const written = question === 'author-country' ? sender?.author : question === 'chat-country' ? chat : null;
    if (!written || written in answered || excluded.includes(key)) return [];
    return [{ written, number: accounts.find(({ id }) => id === accountId)?.number ?? null, country }];
  });
  return [...new Map(numbers.map((each) => [`${each.written} ${each.number}`, each])).values()];
}
