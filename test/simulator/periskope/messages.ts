import { type PeriskopePhone, periskopeOrgId } from '../demo-accounts.ts';
import { chatsOf, type DemoChat, type DemoMessage, findDemoMessage, serializedKeyOf } from '../demo-chats.ts';
import { accept, type ProviderCall, refuse, type Verdict, withViolations } from '../provider.ts';
import { messageNotFound } from './answers.ts';
import { readMessageInPath } from './message-in-path.ts';
import { listPage } from './paging.ts';

/** A message as the pages' examples show it, without the keys that are null there [DOC Get message]. */
const messageObject = (chat: DemoChat, message: DemoMessage) => ({
  ack: '3',
  author: message.by?.jid ?? null,
  body: message.text,
  chat_id: chat.chat,
  from_me: message.by === undefined,
  has_media: false,
  id: {
    from_me: message.by === undefined,
    id: message.messageId,
    remote: chat.chat,
    serialized: serializedKeyOf(chat, message),
  },
  is_deleted: null,
  media: null,
  mentioned_ids: [],
  message_id: serializedKeyOf(chat, message),
  message_type: 'chat',
  org_id: periskopeOrgId,
  org_phone: `${chat.number}@c.us`,
  quoted_message_id: null,
  sender_phone: message.by?.jid ?? `${chat.number}@c.us`,
  timestamp: message.sentAt.replace('Z', '+00:00'),
  unique_id: message.messageId,
});

/** `GET chats/{chat_id}/messages` [DOC Get messages in a chat]: the latest first; none for an unknown chat is [INF]. */
export function chatMessages(call: ProviderCall, phone: PeriskopePhone): Verdict {
  const segment = call.segments[2] ?? '';
  const found = chatsOf(phone.number).find(({ chat }) => encodeURIComponent(chat) === segment || chat === segment);
  const verdict = listPage(call, 'messages', () =>
    found === undefined ? [] : found.messages.map((message) => messageObject(found, message)).reverse(),
  );
  return withViolations(verdict, segment.includes('@') ? 'the chat id is not percent-encoded' : null);
}

/** `GET message/{message_id}` [DOC Get message]: a message_id or a queue_id; the 404 is [INF]. */
export function oneMessage(call: ProviderCall, phone: PeriskopePhone): Verdict {
  const { message, violation } = readMessageInPath(call.segments[2] ?? '', phone);
  const found = message && findDemoMessage(phone.number, message.messageId);
  const verdict = found
    ? accept(() => ({ status: 200, body: messageObject(found.chat, found.message) }))
    : refuse(messageNotFound);
  return withViolations(verdict, violation);
}
