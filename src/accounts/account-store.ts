import * as v from 'valibot';
import { announce } from '../platform/changes';
import { newId } from '../platform/clock';
import { storedItem } from '../platform/stored-item';
import { type Days, durations } from '../providers';
import { readChat } from '../references';
import { type Account, type AccountBook, accountBookSchema } from './account';
import { credentialsOf, type Draft } from './account-draft';

const book = storedItem('local', 'accounts', accountBookSchema, { accounts: [], defaultId: null });
const lastDays = storedItem('local', 'last-days', v.record(v.string(), v.picklist(durations)), {});

/** Every account with its secrets: only for the worker. */
export const readBook = (): Promise<AccountBook> => book.get();

/** One account with its secrets; undefined where it is gone. Throws `UnreadableItem`. */
export const findAccount = async (id: string): Promise<Account | undefined> =>
  (await readBook()).accounts.find((account) => account.id === id);

async function change(update: (current: AccountBook) => AccountBook): Promise<AccountBook> {
  const changed = await book.update(update);
  announce('accounts');
  return changed;
}

/**
 * Adds or replaces an account from a cleaned and checked draft, and gives back its id.
 * @param number the connected number, where it was just learnt
 */
export async function saveAccount(draft: Draft, number: string | null = null): Promise<string> {
  const id = draft.id ?? newId();
  const { providerId, name, days } = draft;
  const defaultChat = readChat(draft.defaultChat)?.jid ?? null;
  await change(({ accounts, defaultId }) => {
    const old = accounts.find((account) => account.id === id);
    const credentials = credentialsOf(draft, old);
    // Other keys may be another number's.
    const isSame = JSON.stringify(credentials) === JSON.stringify(old?.credentials);
    const known = number ?? (isSame ? (old?.number ?? null) : null);
    const saved = { id, providerId, name, credentials, number: known, days, defaultChat };
    return {
      accounts: old ? accounts.map((other) => (other === old ? saved : other)) : [...accounts, saved],
      defaultId,
    };
  });
  // The duration that was just set counts from now on.
  await lastDays.update(({ [id]: _, ...others }) => others);
  return id;
}

/** Forgets an account. Its requests stay; revoking the key at the provider is the user's part. */
export async function deleteAccount(id: string): Promise<void> {
  await change(({ accounts, defaultId }) => ({
    accounts: accounts.filter((account) => account.id !== id),
    defaultId: defaultId === id ? null : defaultId,
  }));
}

/** Marks the account that is used when several would do; null marks none. */
export async function setDefault(id: string | null): Promise<void> {
  await change((current) => ({ ...current, defaultId: id }));
}

/** How long pins last in an account: as last chosen, else as set in the account. */
export async function daysOf({ id, days }: Pick<Account, 'id' | 'days'>): Promise<Days> {
  return (await lastDays.get())[id] ?? days;
}

export async function rememberDays(id: string, days: Days): Promise<void> {
  await lastDays.update((all) => ({ ...all, [id]: days }));
}
