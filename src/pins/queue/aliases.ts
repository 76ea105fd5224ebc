import * as v from 'valibot';
import { type Meant, meantBy } from './message-key';
import type { Wish } from './request';
import type { PinsStores } from './stores';

/** Another name of a message or a chat, as a text gave it. See `Alias`. */
export const aliasSchema = v.object({
  name: v.string(),
  messageId: v.nullable(v.string()),
  chat: v.nullable(v.string()),
});

/** What such a name means in one account, learnt where it stood beside the usual one. */
export const aliasRowSchema = v.object({
  /** The account and the name. */
  id: v.string(),
  ...v.omit(aliasSchema, ['name']).entries,
});
export type AliasRow = v.InferOutput<typeof aliasRowSchema>;

const idOf = (accountId: string, name: string): string => [accountId, name].join('\n');

/** Remembers the other names that came with a wish. */
export function learnAliases({ aliases }: Pick<PinsStores, 'aliases'>, { accountId, address }: Wish): void {
  for (const { name, messageId, chat } of address.aliases ?? []) {
    aliases.put({ id: idOf(accountId, name), messageId, chat });
  }
}

/** The message and the chat that a wish means, by all names that are known. */
export async function resolveAliases(
  { aliases }: Pick<PinsStores, 'aliases'>,
  { accountId, address }: Wish,
): Promise<Meant> {
  const { id, chat } = meantBy(address);
  const message = chat === '' ? await aliases.get(idOf(accountId, id)) : undefined;
  const meant = message?.messageId ? { id: message.messageId, chat: message.chat ?? '' } : { id, chat };
  const person = meant.chat.endsWith('@lid') ? await aliases.get(idOf(accountId, meant.chat)) : undefined;
  return { ...meant, chat: person?.chat ?? meant.chat };
}

/** What a wish would have been taken to mean by its other names, before those were known. */
export const otherMeanings = ({ address }: Wish): Meant[] =>
  (address.aliases ?? []).map(({ name, messageId }) =>
    messageId === null ? { id: meantBy(address).id, chat: name } : { id: name, chat: '' },
  );
