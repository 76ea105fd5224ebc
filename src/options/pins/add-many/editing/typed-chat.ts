import { type NumberReading, readNumber } from '../../../../phone-numbers';
import { isNumberWithoutCountry, readChat } from '../../../../references';

/** The result of reading a chat that the user typed. `chat` is an international number or a JID. */
export type TypedChat =
  | { kind: 'empty' }
  | { kind: 'chat'; chat: string }
  | { kind: 'question'; readings: readonly NumberReading[] }
  | { kind: 'unread' };

/**
 * Reads a typed chat.
 * @param countries the countries that a number without a country code may be from, as ISO 3166 codes
 */
export function readTypedChat(input: string, countries: readonly string[]): TypedChat {
  const text = input.trim();
  if (text === '') return { kind: 'empty' };
  const chat = readChat(text);
  // JIDs and groups need no country.
  if (chat && (chat.kind !== 'person' || text.includes('@'))) return { kind: 'chat', chat: chat.jid };
  if (!chat && !isNumberWithoutCountry(text)) return { kind: 'unread' };
  const number = readNumber(text, countries);
  return number.kind === 'certain'
    ? { kind: 'chat', chat: number.number }
    : { kind: 'question', readings: number.readings };
}
