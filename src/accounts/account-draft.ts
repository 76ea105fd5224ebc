import * as v from 'valibot';
import { durations, providerOf, providers } from '../providers';
import { isNumberWithoutCountry, readChat } from '../references';
import type { Account } from './account';

/** The content of the account form. A missing credential keeps its saved value, because pages never receive it. */
export const draftSchema = v.object({
  /** The id of the account that is edited; null adds an account. */
  id: v.nullable(v.string()),
  providerId: v.picklist(providers.map(({ id }) => id)),
  name: v.string(),
  credentials: v.record(v.string(), v.string()),
  days: v.picklist(durations),
  /** The default chat as the user wrote it. */
  defaultChat: v.string(),
});
export type Draft = v.InferOutput<typeof draftSchema>;

/** The problems of a draft by field: `name`, `defaultChat` or a credential. Each is the last part of a key in `_locales`. */
export type Problems = Readonly<Record<string, string>>;

/** Cleans the name and every credential of a draft, and leaves out credentials that the provider does not have. */
export function cleanDraft(draft: Draft): Draft {
  const { fields } = providerOf(draft.providerId);
  const credentials = fields.flatMap((field): [string, string][] => {
    const value = draft.credentials[field.name];
    return value === undefined ? [] : [[field.name, field.clean(value)]];
  });
  return { ...draft, name: draft.name.trim(), credentials: Object.fromEntries(credentials) };
}

/**
 * Checks a draft that was cleaned.
 * @param credentials the credentials as they would be used, including saved ones
 * @param otherNames the names of the other accounts
 */
export function problemsOf(draft: Draft, credentials: Account['credentials'], otherNames: readonly string[]): Problems {
  const { fields } = providerOf(draft.providerId);
  const problems: Record<string, string> = {};
  if (draft.name === '') problems.name = 'required';
  else if (otherNames.includes(draft.name)) problems.name = 'taken';
  for (const field of fields) {
    const value = credentials[field.name];
    const problem = value ? field.problem(value, credentials) : field.required ? 'required' : null;
    if (problem) problems[field.name] = problem;
  }
  // The country of a number without a country code is not guessed: the form asks for it.
  if (isNumberWithoutCountry(draft.defaultChat)) problems.defaultChat = 'country';
  else if (draft.defaultChat.trim() && !isPinnable(draft.defaultChat)) problems.defaultChat = 'format';
  return problems;
}

function isPinnable(chat: string): boolean {
  const kind = readChat(chat)?.kind;
  return kind === 'person' || kind === 'group' || kind === 'lid';
}

/**
 * Returns the credentials to use: the saved ones, overridden by those of the draft. A field that was emptied is left
 * out.
 */
export function credentialsOf(draft: Draft, saved: Account | undefined): Account['credentials'] {
  const savedCredentials = saved?.providerId === draft.providerId ? saved.credentials : {};
  const credentials = { ...savedCredentials, ...draft.credentials };
  return Object.fromEntries(Object.entries(credentials).filter(([, value]) => value !== ''));
}
