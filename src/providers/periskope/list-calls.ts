import * as v from 'valibot';
import type { Call, HttpAnswer } from '../contract/http-call';
import { type ChatPage, chatEntry, type MessageEntry, type MessagePage, maxListBytes } from '../contract/lists';
import type { Failure } from '../contract/outcome';
import type { Credentials } from '../contract/provider';
import { json } from '../contract/read-answer';
import { call, type Field, readFailure } from './call';

const chatsAtOnce = 100;

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

/** The first page is asked for without an offset: the documents count from 1 and do not say what 0 is. */
function list<T>(
  credentials: Credentials<Field>,
  path: string,
  offset: number | null,
  limit: number,
  read: (answer: HttpAnswer) => T,
): Call<T> {
  const query = `${offset === null ? '' : `offset=${offset}&`}limit=${limit}`;
  return call(credentials, { method: 'GET', path: `${path}?${query}`, longestAnswer: maxListBytes }, read);
}

/** `count` is all there are, or those of this page: a full page has a next one in either case. */
function nextOffset(page: v.InferOutput<typeof pageSchema>, entries: number, offset: number | null, limit: number) {
  const to = page.to ?? (offset ?? 1) + entries - 1;
  return entries > 0 && (entries >= limit || (page.count ?? 0) > to) ? to + 1 : null;
}

const readable = <T>(schema: v.GenericSchema<unknown, T>, entries: readonly unknown[]): T[] =>
  entries.flatMap((entry) => {
    const read = v.safeParse(schema, entry);
    return read.success ? [read.output] : [];
  });

/** `GET /v1/chats`. Source: docs/providers.md "Periskope" [DOC], https://docs.periskope.app/api-reference/chat/list-all-chats */
export const listChats = (credentials: Credentials<Field>, offset: number | null): Call<ChatPage | Failure> =>
  list(credentials, 'chats', offset, chatsAtOnce, (answer) => {
    const page = v.safeParse(chatsSchema, json(answer));
    if (answer.status !== 200 || !page.success) return readFailure(answer);
    const { chats } = page.output;
    return {
      chats: readable(chatSchema, chats).flatMap(({ chat_id, chat_name }) => chatEntry(chat_id, chat_name)),
      next: nextOffset(page.output, chats.length, offset, chatsAtOnce),
    };
  });

/** `GET /v1/chats/{chat_id}/messages`, the latest first. Source: https://docs.periskope.app/api-reference/chat/get-messages-in-chat [DOC] */
export const listMessages = (
  credentials: Credentials<Field>,
  chat: string,
  offset: number | null,
  limit: number,
): Call<MessagePage | Failure> =>
  list(credentials, `chats/${encodeURIComponent(chat)}/messages`, offset, limit, (answer) => {
    const page = v.safeParse(messagesSchema, json(answer));
    if (answer.status !== 200 || !page.success) return readFailure(answer);
    const { messages } = page.output;
    return {
      messages: readable(messageSchema, messages).flatMap(messageEntry),
      next: nextOffset(page.output, messages.length, offset, limit),
    };
  });

/** A revoked message and a note among colleagues cannot be pinned. Source: docs/providers.md "What WhatsApp itself does". */
function messageEntry(message: v.InferOutput<typeof messageSchema>): MessageEntry[] {
  if (message.is_deleted || message.is_private_note) return [];
  const { timestamp } = message;
  const isTime = typeof timestamp === 'string' || typeof timestamp === 'number';
  const at = new Date(isTime ? timestamp : Number.NaN).getTime();
  return [
    {
      key: message.message_id,
      id: message.unique_id ?? '',
      text: message.body ?? '',
      fromMe: message.from_me ?? message.message_id.startsWith('true_'),
      at: Number.isNaN(at) ? null : at,
    },
  ];
}
