import * as v from 'valibot';
import type { KnownChats, Refreshed } from '../../accounts/chat-list';
import { intent } from '../../platform/handle-messages';
import type { Failure, MessagePage } from '../../providers';
import { chatBook, listMessages } from '../services';

const accountSchema = v.object({ accountId: v.string() });
const messagesSchema = v.object({ accountId: v.string(), chat: v.string(), page: v.nullable(v.number()) });

/** The intents of the pickers: chats by name, and the latest messages of a chat. Messages are never kept. */
export const chatIntents = {
  /** Returns the chats that are known without asking the provider. */
  chats: intent(accountSchema, ({ accountId }): Promise<KnownChats> => chatBook.read(accountId)),

  'refresh chats': intent(accountSchema, ({ accountId }): Promise<Refreshed> => chatBook.refresh(accountId)),

  /** Returns messages, the latest first. `page` is the `next` of the page before, or null for the first page. */
  messages: intent(
    messagesSchema,
    ({ accountId, chat, page }): Promise<MessagePage | Failure> => listMessages(accountId, chat, page),
  ),
};
