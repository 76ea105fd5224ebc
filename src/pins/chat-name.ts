import { t } from '../platform/words';
import { readChat } from '../references/chat';

/** The chat as people know it; the provider's spelling where that is not known. */
export function chatName(written: string | null): string | null {
  const chat = written === null ? null : readChat(written);
  if (chat?.kind === 'person') return t('chat_private', chat.user);
  return chat?.kind === 'group' ? t('chat_group', chat.user) : written;
}
