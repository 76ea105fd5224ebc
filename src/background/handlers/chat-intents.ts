import * as v from 'valibot';
import { askFor, chatBook } from '../../accounts/chat-book';
import type { KnownChats, Refreshed } from '../../accounts/chat-list';
import { intent } from '../../platform/handle-messages';
import type { Failure, MessagePage } from '../../providers';

const ofAccount = v.object({ accountId: v.string() });
const messagesSchema = v.object({ accountId: v.string(), chat: v.string(), page: v.nullable(v.number()) });

/** How many messages are shown at once. */
const messagesPerPage = 25;

/** What the pickers ask: chats by name and the latest messages of a chat. Messages are never kept. */
export const chatIntents = {
  /** What is known without asking the provider. */
  chats: intent(ofAccount, ({ accountId }): Promise<KnownChats> => chatBook.read(accountId)),

  'refresh chats': intent(ofAccount, ({ accountId }): Promise<Refreshed> => chatBook.refresh(accountId)),

  /** The latest first. `page`: the `next` of the page before, null for the first. */
  messages: intent(
    messagesSchema,
    ({ accountId, chat, page }): Promise<MessagePage | Failure> =>
      askFor(accountId, ({ listMessages }, credentials) => listMessages?.(credentials, chat, page, messagesPerPage)),
  ),
};
