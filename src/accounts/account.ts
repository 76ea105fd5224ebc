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

/** One set of credentials at a provider. Lives in `chrome.storage.local`, in clear: docs/platform.md "Storage". */
export const accountSchema = v.object({
  id: v.string(),
  providerId: v.picklist(providerIds),
  /** The user's own name for it. */
  name: v.string(),
  credentials: v.record(v.string(), v.string()),
  /** The connected number as digits, as far as the provider has told: payloads name accounts by it. */
  number: v.nullable(v.string()),
  /** How long pins last unless something else is chosen. */
  days: v.picklist(durations),
  /** Where messages are that name no chat, as a JID. */
  defaultChat: v.nullable(v.string()),
});
export type Account = v.InferOutput<typeof accountSchema>;

/** All accounts, in the order in which they were added, and the one that is used when several would do. */
export const accountBookSchema = v.object({
  accounts: v.array(accountSchema),
  defaultId: v.nullable(v.string()),
});
export type AccountBook = v.InferOutput<typeof accountBookSchema>;

/** A field's value as pages may see it. Of a secret only its last four characters, and of a short one nothing. */
export type FieldView = { kind: 'open'; value: string } | { kind: 'saved'; ending: string };

/** An account without its secrets: the only form in which one leaves the worker. */
export interface AccountView {
  id: string;
  providerId: string;
  provider: ProviderView;
  name: string;
  fields: Readonly<Record<string, FieldView>>;
  /** What a text may name it by. */
  names: readonly string[];
  /** The connected number as digits, as far as it is known: it tells the country of numbers that are written without. */
  number: string | null;
  days: Days;
  defaultChat: string | null;
  isDefault: boolean;
}

const minLengthShown = 12;
/** A number as digits; Periskope's accounts name theirs among the credentials. */
const phoneNumber = /^[1-9]\d{7,14}$/;

export function viewOf(account: Account, book: AccountBook): AccountView {
  const { id, name, days, defaultChat, credentials } = account;
  const fields = providerOf(account.providerId).fields.flatMap((field): [string, FieldView][] => {
    const value = credentials[field.name];
    if (!value) return [];
    if (!field.secret) return [[field.name, { kind: 'open', value }]];
    return [[field.name, { kind: 'saved', ending: value.length < minLengthShown ? '' : value.slice(-4) }]];
  });
  return {
    id,
    providerId: account.providerId,
    provider: viewOfProvider(providerOf(account.providerId)),
    name,
    fields: Object.fromEntries(fields),
    names: namesOf(account),
    number: account.number ?? namesOf(account).find((value) => phoneNumber.test(value)) ?? null,
    days,
    defaultChat,
    isDefault: book.defaultId === id,
  };
}

/** Returns all accounts without their secrets. */
export const viewsOf = (book: AccountBook): AccountView[] => book.accounts.map((account) => viewOf(account, book));

/** What payloads call an account: its instance, its number. Never a secret. */
export function namesOf({ providerId: id, credentials, number }: Account): string[] {
  const open = providerOf(id).fields.flatMap(({ name, secret }) => (secret ? [] : (credentials[name] ?? [])));
  return [...open, ...(number ? [number] : [])];
}

/** The values that must never leave the worker. */
export function secretsOf({ fields }: Provider, credentials: Account['credentials']): string[] {
  return fields.flatMap((field) => (field.secret ? (credentials[field.name] ?? []) : []));
}
