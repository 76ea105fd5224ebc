import * as v from 'valibot';
import { keyPrefixOf, type MessageAndChat, messageAndChatOf } from './message-key';
import type { Wish } from './request';
import type { PinsStores } from './stores';

/** Another name of a message or a chat, found beside the usual name in a text. */
export const aliasSchema = v.object({
  name: v.string(),
  /** The message that the name stands for; null where it stands for a chat. */
  messageId: v.nullable(v.string()),
  chat: v.nullable(v.string()),
});

/** The message or chat for which an alias stands in one account. */
export const aliasRowSchema = v.object({
  /** The id of the account, a line break, and the name. */
  id: v.string(),
  ...v.omit(aliasSchema, ['name']).entries,
});
export type AliasRow = v.InferOutput<typeof aliasRowSchema>;

type Stores = Pick<PinsStores, 'aliases'>;

const idOf = (accountId: string, name: string): string => keyPrefixOf(accountId) + name;

/** Stores the aliases that came with a wish. */
export function saveAliases({ aliases }: Stores, { accountId, address }: Wish): void {
  for (const { name, messageId, chat } of address.aliases ?? []) {
    aliases.put({ id: idOf(accountId, name), messageId, chat });
  }
}

/** Returns the message and the chat of a wish, after looking up the aliases of both. */
export async function resolveAliases({ aliases }: Stores, { accountId, address }: Wish): Promise<MessageAndChat> {
  const { id, chat } = messageAndChatOf(address);
  const message = chat === '' ? await aliases.get(idOf(accountId, id)) : undefined;
  const resolved = message?.messageId ? { id: message.messageId, chat: message.chat ?? '' } : { id, chat };
  const person = resolved.chat.endsWith('@lid') ? await aliases.get(idOf(accountId, resolved.chat)) : undefined;
  return { ...resolved, chat: person?.chat ?? resolved.chat };
}

/** Returns the addresses under which the message of a wish was stored before its aliases were known. */
export const unresolvedAddresses = ({ address }: Wish): MessageAndChat[] =>
  (address.aliases ?? []).map(({ name, messageId }) =>
    messageId === null ? { id: messageAndChatOf(address).id, chat: name } : { id: name, chat: '' },
  );

/** Removes the aliases of a message in an account. */
export async function removeAliasesOf({ aliases }: Stores, accountId: string, messageId: string): Promise<void> {
  for (const { id } of await aliases.page('message', [messageId], 100)) {
    if (id.startsWith(keyPrefixOf(accountId))) aliases.remove(id);
  }
}
