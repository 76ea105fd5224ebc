import { toZApiPhone } from '../chat-spellings.ts';
import type { ZApiInstance } from '../demo-accounts.ts';
import { chatsOf, type DemoChat } from '../demo-chats.ts';
import type { ExtraChats } from '../extra-chats.ts';
import { accept, type ProviderCall, type Verdict, violate } from '../provider.ts';
import { badRequest } from './answers.ts';

// Some booleans and numbers are strings, as in the pages' examples [DOC Get chats, Get groups].
const entryOf = ({ chat, name, messages }: DemoChat) => ({
  archived: 'false',
  pinned: 'false',
  messagesUnread: 0,
  phone: toZApiPhone(chat),
  unread: '0',
  name,
  lastMessageTime: String(Date.parse(messages.at(-1)?.sentAt ?? '')),
  muteEndTime: null,
  isMuted: '0',
  isMarkedSpam: 'false',
  isGroupAnnouncement: false,
  isGroup: chat.endsWith('@g.us'),
});

function listPage(call: ProviderCall, instance: ZApiInstance, extraChats: ExtraChats, groupsOnly: boolean): Verdict {
  const [page, pageSize] = ['page', 'pageSize'].map((name) => {
    const text = call.query.get(name) ?? '';
    return /^[1-9]\d*$/.test(text) ? Number(text) : null;
  });
  if (page == null || pageSize == null) {
    const wrong = 'page and pageSize are required, whole numbers from 1';
    return violate(wrong, badRequest(wrong));
  }
  return accept(() => {
    const entries = instance.connected
      ? [...chatsOf(instance.number), ...extraChats.of(instance.number)].map(entryOf)
      : [];
    const wanted = groupsOnly ? entries.filter((entry) => entry.isGroup) : entries;
    return { status: 200, body: wanted.slice((page - 1) * pageSize, page * pageSize) };
  });
}

/** `GET chats?page&pageSize` [DOC Get chats]; an empty list while disconnected is [INF]. */
export const listChats = (call: ProviderCall, instance: ZApiInstance, extraChats: ExtraChats): Verdict =>
  listPage(call, instance, extraChats, false);

/** `GET groups?page&pageSize` [DOC Get groups]. */
export const listGroups = (call: ProviderCall, instance: ZApiInstance, extraChats: ExtraChats): Verdict =>
  listPage(call, instance, extraChats, true);
