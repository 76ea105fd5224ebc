import * as v from 'valibot';
import { announce } from '../platform/changes';
import { newId } from '../platform/clock';
import { onStoredChange, storedItem, UnreadableItem } from '../platform/stored-item';
import { type Days, durations } from '../providers';
import { readChat } from '../references';
import { type Account, type AccountBook, accountSchema } from './account';
import { credentialsOf, type Draft } from './account-draft';

const key = 'accounts';

/** The accounts as they are stored. An entry that this version cannot read stays in its place. */
const storedBookSchema = v.object({ accounts: v.array(v.unknown()), defaultId: v.nullable(v.string()) });
type StoredBook = v.InferOutput<typeof storedBookSchema>;

const entryOfVersion1 = v.object({ provider: v.string() });

function renameProvider(entry: unknown): unknown {
  if (!v.is(entryOfVersion1, entry)) return entry;
  const { provider, ...account } = entry;
  return { providerId: provider, ...account };
}

/** Version 1 called the id of the provider `provider`. */
const migrateToVersion2 = v.pipe(
  storedBookSchema,
  v.transform((stored) => ({ ...stored, accounts: stored.accounts.map(renameProvider) })),
);

const storedAccounts = storedItem<StoredBook>(key, {
  schema: storedBookSchema,
  initial: { accounts: [], defaultId: null },
  migrations: [migrateToVersion2],
});

/** The durations that were last chosen, in days by account id. */
const lastDays = storedItem('last-days', {
  schema: v.record(v.string(), v.picklist(durations)),
  initial: {},
  migrations: [],
});

const isAccount = (entry: unknown): entry is Account => v.is(accountSchema, entry);
const entryWithId = v.object({ id: v.string() });
const hasId = (entry: unknown, id: string): boolean => v.is(entryWithId, entry) && entry.id === id;

/**
 * Returns every account with its secrets, for the worker alone. Left out are accounts that this version cannot read, such
 * as those of a provider that a newer version knows. Throws `UnreadableItem` or `NewerItem`.
 */
export const readBook = async (): Promise<AccountBook> => (await readSavedAccounts()).book;

/** What is stored about accounts. It must not be changed. */
export interface SavedAccounts {
  book: AccountBook;
  /** Whether the book leaves out accounts that this version cannot read. */
  hasUnreadableAccounts: boolean;
  /** The entries that this version cannot read. */
  unreadable: readonly unknown[];
}

/** The accounts since they were last changed: Chrome takes about a millisecond to read them, before every request. */
let savedAccounts: Promise<SavedAccounts> | null = null;
const forgetAccounts = (): void => {
  savedAccounts = null;
};
onStoredChange(key, forgetAccounts);

async function readStored(): Promise<SavedAccounts> {
  const { accounts, defaultId } = await storedAccounts.get();
  const unreadable = accounts.filter((entry) => !isAccount(entry));
  return {
    book: { accounts: accounts.filter(isAccount), defaultId },
    hasUnreadableAccounts: unreadable.length > 0,
    unreadable,
  };
}

/**
 * Returns the account book, and whether it leaves out accounts: the same object until an account changes. Throws
 * `UnreadableItem` or `NewerItem`.
 */
export function readSavedAccounts(): Promise<SavedAccounts> {
  savedAccounts ??= readStored();
  // What cannot be read is read again the next time.
  savedAccounts.catch(forgetAccounts);
  return savedAccounts;
}

/** Returns whether `readBook` leaves out accounts. Throws `UnreadableItem` or `NewerItem`. */
export const hasUnreadableAccounts = async (): Promise<boolean> => (await readSavedAccounts()).hasUnreadableAccounts;

/**
 * Returns one account with its secrets, or undefined if it was deleted. Throws `UnreadableItem` or `NewerItem`, also
 * where only this account cannot be read.
 */
export async function findAccount(id: string): Promise<Account | undefined> {
  const { book, unreadable } = await readSavedAccounts();
  if (unreadable.some((entry) => hasId(entry, id))) throw new UnreadableItem(key);
  return book.accounts.find((account) => account.id === id);
}

async function updateBook(change: (current: StoredBook) => StoredBook): Promise<void> {
  await storedAccounts.update(change);
  forgetAccounts();
  announce('accounts');
}

/**
 * Adds or replaces an account from a draft that was cleaned and checked, and returns its id.
 * @param number the connected number as digits, if the provider has just told it
 */
export async function saveAccount(draft: Draft, number: string | null = null): Promise<string> {
  const id = draft.id ?? newId();
  const { providerId, name, days } = draft;
  const defaultChat = readChat(draft.defaultChat)?.jid ?? null;
  await updateBook(({ accounts, defaultId }) => {
    const previous = accounts.filter(isAccount).find((account) => account.id === id);
    const credentials = credentialsOf(draft, previous);
    // Other credentials may belong to another number.
    const isSame = JSON.stringify(credentials) === JSON.stringify(previous?.credentials);
    const knownNumber = number ?? (isSame ? (previous?.number ?? null) : null);
    const saved: Account = { id, providerId, name, credentials, number: knownNumber, days, defaultChat };
    return {
      accounts: previous ? accounts.map((entry) => (entry === previous ? saved : entry)) : [...accounts, saved],
      defaultId,
    };
  });
  // From now on the duration that was set in the account applies, not the one that was chosen before.
  await forgetDays(id);
  return id;
}

const forgetDays = (id: string) => lastDays.update(({ [id]: _, ...others }) => others);

/**
 * Deletes an account, its credentials and its last duration. Called by `endAccount` of the queue, which ends the
 * requests of the account. Does nothing if the account is deleted already. Revoking the key at the provider is up to
 * the user.
 */
export async function deleteAccount(id: string): Promise<void> {
  await updateBook(({ accounts, defaultId }) => ({
    accounts: accounts.filter((entry) => !hasId(entry, id)),
    defaultId: defaultId === id ? null : defaultId,
  }));
  await forgetDays(id);
}

/** Marks the account that is used if several are possible; null marks none. */
export async function setDefault(id: string | null): Promise<void> {
  await updateBook((current) => ({ ...current, defaultId: id }));
}

/** The parts of an account that decide how long its pins last. */
type DaysAccount = Pick<Account, 'id' | 'days'>;

/**
 * Reads the durations that were last chosen, once, and returns a function that returns how long pins last in an account,
 * in days: as last chosen, or else as set in the account.
 */
export async function readDays(): Promise<(account: DaysAccount) => Days> {
  const stored = await lastDays.get();
  return ({ id, days }) => stored[id] ?? days;
}

/** Remembers the durations that were chosen, in days by account id. */
export async function rememberDays(chosen: Readonly<Record<string, Days>>): Promise<void> {
  await lastDays.update((all) =>
    Object.entries(chosen).every(([id, days]) => all[id] === days) ? all : { ...all, ...chosen },
  );
}
