import type { AccountView } from '../accounts/account';
import type { PopupForm } from '../pins/plan/popup-form';
import type { PopupPlan } from '../pins/plan/popup-plan';
import type { NumberToRead } from '../ui/reading-numbers';

/** The sources of a number's country: the numbers of the accounts, and the country in the settings. */
interface KnownCountries {
  accounts: readonly AccountView[];
  country: string | null;
}

/**
 * Returns the numbers of a plan whose country the user is asked for. The own number of an account suggests the country.
 * A number that is written in rows of several accounts is therefore returned once for each of their own numbers.
 */
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
