import { type PeriskopePhone, periskopeOrgId } from '../demo-accounts.ts';
import { chatsOf, type DemoChat, serializedKeyOf } from '../demo-chats.ts';
import type { ExtraChats } from '../extra-chats.ts';
import type { Pins } from '../pins.ts';
import { type ProviderCall, type Verdict, violate } from '../provider.ts';
import { validationError } from './answers.ts';
import { listPage } from './paging.ts';

const chatTypes = ['user', 'group', 'business'];

const typeOf = ({ chat }: DemoChat) => (chat.endsWith('@g.us') ? 'group' : 'user');

/** The pinned messages of a chat as the official types have them, for demo messages [SRC, undocumented]; milliseconds are [INF]. */
const pinnedMessages = (chat: DemoChat, pins: Pins) =>
  pins
    .list()
    .filter((pinned) => pinned.account === chat.number && pinned.chat === chat.chat)
    .flatMap(({ messageId, since, until }) => {
      const message = chat.messages.find((each) => each.messageId === messageId);
      if (message === undefined) return [];
      return [{ message_id: serializedKeyOf(chat, message), pinned_at: since, expires_at: until }];
    });

/** A chat as the page's example shows it, without the keys that are null there [DOC List all chats]. */
const chatObject = (chat: DemoChat, pins: Pins) => ({
  chat_id: chat.chat,
  chat_image: null,
  chat_name: chat.name,
  chat_org_phones: [`${chat.number}@c.us`],
  chat_type: typeOf(chat),
  custom_properties: {},
  is_exited: false,
  is_muted: false,
  label_ids: {},
  latest_message: null,
  message_unread_count: null,
  org_id: periskopeOrgId,
  org_phone: `${chat.number}@c.us`,
  pinned_messages: pinnedMessages(chat, pins),
});

/** `GET chats?offset&limit&chat_type` [DOC List all chats]; the 422 to another chat_type is [INF]. */
export function listChats(call: ProviderCall, phone: PeriskopePhone, pins: Pins, extraChats: ExtraChats): Verdict {
  const type = call.query.get('chat_type');
  if (type !== null && !chatTypes.includes(type)) {
    const words = `chat_type should be one of ${chatTypes.join(', ')}`;
    return violate(words, validationError(words, { chat_type: { message: words, value: type } }));
  }
  return listPage(call, 'chats', () =>
    [...chatsOf(phone.number), ...extraChats.of(phone.number)]
      .filter((chat) => type === null || typeOf(chat) === type)
      .map((chat) => chatObject(chat, pins)),
  );
}
