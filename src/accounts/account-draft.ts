import * as v from 'valibot';
import { durations, providerOf, providers } from '../providers';
import { isNumberWithoutCountry, readChat } from '../references';
import type { Account } from './account';

/** What the account form says. A field that is not there keeps its saved value: pages never had it. */
export const draftSchema = v.object({
  /** Of the account that is edited; null adds one. */
  id: v.nullable(v.string()),
  providerId: v.picklist(providers.map(({ id }) => id)),
  name: v.string(),
  credentials: v.record(v.string(), v.string()),
  days: v.picklist(durations),
  /** As typed. */
  defaultChat: v.string(),
});
export type Draft = v.InferOutput<typeof draftSchema>;

/** What is wrong, by field (`name`, `defaultChat` or a credential's), as the last part of a key in `_locales`. */
export type Problems = Readonly<Record<string, string>>;

/** Cleans every value of a draft as its field wants it. */
export function cleanDraft(draft: Draft): Draft {
  const { fields } = providerOf(draft.providerId);
  const credentials = fields.flatMap((field): [string, string][] => {
    const typed = draft.credentials[field.name];
    return typed === undefined ? [] : [[field.name, field.clean(typed)]];
  });
  return { ...draft, name: draft.name.trim(), credentials: Object.fromEntries(credentials) };
}

/**
 * Checks a cleaned draft.
 * @param all the credentials as they would be used, saved ones included
 * @param otherNames the names of the other accounts
 */
export function problemsOf(draft: Draft, all: Account['credentials'], otherNames: readonly string[]): Problems {
  const { fields } = providerOf(draft.providerId);
  const problems: Record<string, string> = {};
  if (draft.name === '') problems.name = 'required';
  else if (otherNames.includes(draft.name)) problems.name = 'taken';
  for (const field of fields) {
    const value = all[field.name];
    const problem = value ? field.problem(value, all) : field.required ? 'required' : null;
    if (problem) problems[field.name] = problem;
  }
  // Where a number without a country code is from is not guessed: the form asks.
  if (isNumberWithoutCountry(draft.defaultChat)) problems.defaultChat = 'country';
  else if (draft.defaultChat.trim() && !isPinnable(draft.defaultChat)) problems.defaultChat = 'format';
  return problems;
}

function isPinnable(typed: string): boolean {
  const kind = readChat(typed)?.kind;
  return kind === 'person' || kind === 'group' || kind === 'lid';
}

/** The credentials to use: what was typed over what is saved; a field that was emptied is gone. */
export function credentialsOf(draft: Draft, saved: Account | undefined): Account['credentials'] {
  const kept = saved?.providerId === draft.providerId ? saved.credentials : {};
  return Object.fromEntries(Object.entries({ ...kept, ...draft.credentials }).filter(([, value]) => value !== ''));
}
