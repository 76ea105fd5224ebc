import { classifyId, isUuid } from './bare-id';
import { readChat } from './chat';
import { bareReference, type Reference } from './reference';
import { findSerializedKeys } from './serialized-key';

/**
 * How reliably a key and its record identify a message. `message`: the key is only used for messages, or a chat of
 * WhatsApp stands beside it. `form`: there is a chat, so also a value in a possible form of an id is a message. `none`:
 * only a value in a certain form of an id is a message.
 */
export type Trust = 'message' | 'form' | 'none';

const opaque = /^(?=.*\d)(?!.*\.\.)[0-9A-Za-z][0-9A-Za-z.-]{5,62}[0-9A-Za-z]$/;
const lowerHex = /^[0-9a-f]{24,64}$/;
/** Upper-case hexadecimal digits that are no id (see `classifyId`). They are probably the beginning of one. */
const startOfId = /^[0-9A-F]{7,40}$/;
/** A prefix that one gateway puts before the ids of messages that the connected number sent. */
const ownMark = /^me:/;

/** Reads the value of a key as a message or a list of messages. Returns nothing for a value that holds anything else. */
export function readIdValue(text: string, trust: Trust): Reference[] {
  const keys = findSerializedKeys(text);
  if (keys.length > 0) return keys;
  const ids = text
    .trim()
    .split(/[\s,;]+/)
    .map((id) => readId(id, trust));
  return ids.every((id) => id !== null) ? ids : [];
}

function readId(written: string, trust: Trust): Reference | null {
  const id = written.replace(ownMark, '');
  const isOwn = id !== written;
  const direction = isOwn ? { fromMe: true } : {};
  const certainty = classifyId(id);
  if (certainty === 'certain') return bareReference(id, true, direction);
  if (certainty === 'possible') {
    return bareReference(id, (trust !== 'none' || isOwn) && id === id.toUpperCase(), direction);
  }
  if (trust !== 'message' || !opaque.test(id) || isUuid(id) || lowerHex.test(id) || readChat(id)) return null;
  return bareReference(id, /[A-Za-z]/.test(id) && !startOfId.test(id), direction);
}
