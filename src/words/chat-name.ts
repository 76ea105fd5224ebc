import type { ChatSource } from '../pins/plan/chat-source';
import { readChat } from '../references/chat';
import { t } from './t';

/** The chat as people know it; the provider's spelling where that is not known. */
export function chatName(written: string | null): string | null {
  const chat = written === null ? null : readChat(written);
  if (chat?.kind === 'person') return t('chat_private', chat.user);
  return chat?.kind === 'group' ? t('chat_group', chat.user) : written;
}

/** The same, and where nobody said it for this message, who did: what is filled in is never shown as if it were said. */
export function chatWithReason(written: string | null, from: ChatSource | null | undefined): string | null {
  const name = chatName(written);
  if (name === null) return null;
  if (from === 'default') return t('chat_default', name);
  return from === 'earlier' ? t('chat_earlier', name) : name;
}
