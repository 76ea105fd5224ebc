import * as v from 'valibot';
import {
  type Days,
  durations,
  type Provider,
  type ProviderView,
  providerOf,
  providers,
  viewOfProvider,
} from '../providers';

const providerIds = providers.map(({ id }) => id);

/** One set of credentials at a provider. Stored as plain text in `chrome.storage.local`: docs/platform.md "Storage". */
export const accountSchema = v.object({
  id: v.string(),
  providerId: v.picklist(providerIds),
  /** The name that the user gave the account. */
  name: v.string(),
  /** The values of the provider's fields, by the name of the field. */
  credentials: v.record(v.string(), v.string()),
  /**
   * The connected number as digits, or null if the provider has not told it yet. Payloads name accounts by this number.
   */
  number: v.nullable(v.string()),
  /** How long pins last unless another duration is chosen. */
  days: v.picklist(durations),
  /** The chat of messages whose text names none, as a JID. */
  defaultChat: v.nullable(v.string()),
});
export type Account = v.InferOutput<typeof accountSchema>;

/** The accounts, in the order in which they were added, and the id of the one that is used if several are possible. */
export interface AccountBook {
  accounts: Account[];
  defaultId: string | null;
}

/**
 * A field's value as pages may see it. Of a secret they see the last four characters, and of a short secret nothing.
 */
export type FieldView = { kind: 'open'; value: string } | { kind: 'saved'; ending: string };

/** An account without its secrets. An account leaves the worker in this form only. */
export interface AccountView {
  id: string;
  providerId: string;
  provider: ProviderView;
  name: string;
  fields: Readonly<Record<string, FieldView>>;
  /** The names by which a text may refer to the account. */
  names: readonly string[];
  /** The connected number as digits, if known. Numbers without a country code are read as numbers of its country. */
  number: string | null;
  days: Days;
  defaultChat: string | null;
  isDefault: boolean;
}

/** The minimum length of a secret whose last characters are shown. */
const minLengthToShowEnding = 12;
/** A phone number as digits. At some providers the number is one of the credentials. */
const phoneNumber = /^[1-9]\d{7,14}$/;

/** Returns what pages may see of an account. */
export function viewOf(account: Account, savedAccounts: AccountBook): AccountView {
  const { id, providerId, name, days, defaultChat, credentials } = account;
  const provider = providerOf(providerId);
  const names = namesOf(account);
  const fields = provider.fields.flatMap((field): [string, FieldView][] => {
    const value = credentials[field.name];
    if (!value) return [];
    if (!field.secret) return [[field.name, { kind: 'open', value }]];
    return [[field.name, { kind: 'saved', ending: value.length < minLengthToShowEnding ? '' : value.slice(-4) }]];
  });
  return {
    id,
    providerId,
    provider: viewOfProvider(provider),
    name,
    fields: Object.fromEntries(fields),
    names,
    number: account.number ?? names.find((value) => phoneNumber.test(value)) ?? null,
    days,
    defaultChat,
    isDefault: savedAccounts.defaultId === id,
  };
}

/** Returns all accounts without their secrets. */
export const viewsOf = (savedAccounts: AccountBook): AccountView[] =>
  savedAccounts.accounts.map((account) => viewOf(account, savedAccounts));

/** Returns the names by which payloads refer to an account, such as its instance or number. None is a secret. */
export function namesOf({ providerId, credentials, number }: Account): string[] {
  const open = providerOf(providerId).fields.flatMap(({ name, secret }) => (secret ? [] : (credentials[name] ?? [])));
  return [...open, ...(number ? [number] : [])];
}

/** Returns the credentials that must never leave the worker. */
export function secretsOf({ fields }: Provider, credentials: Account['credentials']): string[] {
  return fields.flatMap((field) => (field.secret ? (credentials[field.name] ?? []) : []));
}
