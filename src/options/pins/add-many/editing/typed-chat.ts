import { type NumberReading, readNumber } from '../../../../phone-numbers';
import { isNumberWithoutCountry, readChat } from '../../../../references';

/** What a chat means that the user typed. `chat` is international or a JID. */
export type TypedChat =
  | { kind: 'empty' }
  | { kind: 'chat'; chat: string }
  | { kind: 'question'; readings: readonly NumberReading[] }
  | { kind: 'unread' };

/** Reads a chat as the user typed it. @param countries where a number without a country code may be from */
export function readTypedChat(typed: string, countries: readonly string[]): TypedChat {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  const chat = readChat(text);
  // What names its kind, by a JID or as a group, is as it is.
  if (chat && (chat.kind !== 'person' || text.includes('@'))) return { kind: 'chat', chat: chat.jid };
  if (!chat && !isNumberWithoutCountry(text)) return { kind: 'unread' };
  const number = readNumber(text, countries);
  return number.kind === 'certain'
    ? { kind: 'chat', chat: number.number }
    : { kind: 'question', readings: number.readings };
}
