import * as v from 'valibot';
import type { Call, HttpAnswer } from '../contract/http-call';
import { type ChatPage, type MessageEntry, type MessagePage, maxListBytes, pinnableChat } from '../contract/lists';
import type { Failure } from '../contract/outcome';
import type { Credentials } from '../contract/provider';
import { json } from '../contract/read-answer';
import { call, type Field, readFailure } from './call';

const chatsPerPage = 100;

const pageSchema = v.object({ to: v.nullish(v.number()), count: v.nullish(v.number()) });

const chatsSchema = v.object({ ...pageSchema.entries, chats: v.array(v.unknown()) });
const chatSchema = v.object({ chat_id: v.string(), chat_name: v.nullish(v.string()) });

const messagesSchema = v.object({ ...pageSchema.entries, messages: v.array(v.unknown()) });
const messageSchema = v.object({
  message_id: v.string(),
  unique_id: v.nullish(v.string()),
  body: v.nullish(v.string()),
  from_me: v.nullish(v.boolean()),
  timestamp: v.nullish(v.unknown()),
  is_deleted: v.nullish(v.boolean()),
  is_private_note: v.nullish(v.boolean()),
});

/** Builds the call for a page. The first page is requested without an offset: the documents count from 1 and do not define 0. */
function listCall<T>(
  credentials: Credentials<Field>,
  path: string,
  offset: number | null,
  limit: number,
  read: (answer: HttpAnswer) => T,
): Call<T> {
  const query = `${offset === null ? '' : `offset=${offset}&`}limit=${limit}`;
  return call(credentials, { method: 'GET', path: `${path}?${query}`, maxAnswerBytes: maxListBytes }, read);
}

/**
 * Returns the offset of the next page, or null after the last. The documents leave open whether `count` is the total or the
 * size of this page, so a full page always has a next one.
 */
function nextOffset(page: v.InferOutput<typeof pageSchema>, entries: number, offset: number | null, limit: number) {
  const to = page.to ?? (offset ?? 1) + entries - 1;
  return entries > 0 && (entries >= limit || (page.count ?? 0) > to) ? to + 1 : null;
}

/** Returns the entries that match a schema, and skips the others. */
const readEntries = <T>(schema: v.GenericSchema<unknown, T>, entries: readonly unknown[]): T[] =>
  entries.flatMap((entry) => {
    const result = v.safeParse(schema, entry);
    return result.success ? [result.output] : [];
  });

/** Lists the chats with `GET /v1/chats`. Source: docs/providers.md "Periskope" [DOC], https://docs.periskope.app/api-reference/chat/list-all-chats */
export const listChats = (credentials: Credentials<Field>, offset: number | null): Call<ChatPage | Failure> =>
  listCall(credentials, 'chats', offset, chatsPerPage, (answer) => {
    const page = v.safeParse(chatsSchema, json(answer));
    if (answer.status !== 200 || !page.success) return readFailure(answer);
    const { chats } = page.output;
    return {
      chats: readEntries(chatSchema, chats).flatMap(({ chat_id, chat_name }) => pinnableChat(chat_id, chat_name)),
      next: nextOffset(page.output, chats.length, offset, chatsPerPage),
    };
  });

/** Lists the messages with `GET /v1/chats/{chat_id}/messages`. Source: https://docs.periskope.app/api-reference/chat/get-messages-in-chat [DOC] */
export const listMessages = (
  credentials: Credentials<Field>,
  chat: string,
  offset: number | null,
  limit: number,
): Call<MessagePage | Failure> =>
  listCall(credentials, `chats/${encodeURIComponent(chat)}/messages`, offset, limit, (answer) => {
    const page = v.safeParse(messagesSchema, json(answer));
    if (answer.status !== 200 || !page.success) return readFailure(answer);
    const { messages } = page.output;
    return {
      messages: readEntries(messageSchema, messages).flatMap(messageEntry),
      next: nextOffset(page.output, messages.length, offset, limit),
    };
  });

/** Returns the entry of a message, or an empty array for a deleted message or a private note: these cannot be pinned. Source: docs/providers.md "What WhatsApp itself does". */
function messageEntry(message: v.InferOutput<typeof messageSchema>): MessageEntry[] {
  if (message.is_deleted || message.is_private_note) return [];
  const { timestamp } = message;
  const isTime = typeof timestamp === 'string' || typeof timestamp === 'number';
  const sentAt = new Date(isTime ? timestamp : Number.NaN).getTime();
  return [
    {
      key: message.message_id,
      id: message.unique_id ?? '',
      text: message.body ?? '',
      fromMe: message.from_me ?? message.message_id.startsWith('true_'),
      sentAt: Number.isNaN(sentAt) ? null : sentAt,
    },
  ];
}
