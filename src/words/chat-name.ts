import type { ChatSource } from '../pins/plan/chat-source';
import { readChat } from '../references/chat';
import { t } from './t';

/** Returns a chat as people know it; a chat that cannot be read stays in the provider's spelling. */
export function chatName(written: string | null): string | null {
  const chat = written === null ? null : readChat(written);
  if (chat?.kind === 'person') return t('chat_private', chat.user);
  return chat?.kind === 'group' ? t('chat_group', chat.user) : written;
}

/** Returns the name of a chat. If the chat was filled in, adds where it comes from. */
export function chatWithReason(written: string | null, source: ChatSource | null | undefined): string | null {
  const name = chatName(written);
  if (name === null) return null;
  if (source === 'default') return t('chat_default', name);
  return source === 'earlier' ? t('chat_earlier', name) : name;
}
