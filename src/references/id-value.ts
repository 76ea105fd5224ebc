import { classifyId, isUuid } from './bare-id';
import { bareReference, type Reference } from './reference';
import { findSerializedKeys } from './serialized-key';

const opaque = /^(?=.*\d)(?!.*\.\.)[0-9A-Za-z][0-9A-Za-z.-]{5,62}[0-9A-Za-z]$/;
const lowerHex = /^[0-9a-f]{24,64}$/;
/** A prefix that one gateway puts before the ids of messages that the connected number sent. */
const ownMark = /^me:/;

/**
 * Reads the value of a key as a reference to a message, or returns null.
 * @param trust how reliably the key identifies a message. `message`: the key is only used for messages. `record`: the
 *   key may name anything, but its record also has a chat and a direction. `none`: only the form of the value counts.
 */
export function readIdValue(text: string, trust: 'message' | 'record' | 'none'): Reference | null {
  const written = text.trim();
  const [key] = findSerializedKeys(written);
  if (key) return key;
  const id = written.replace(ownMark, '');
  const direction = ownMark.test(written) ? { fromMe: true } : {};
  const certainty = classifyId(id);
  if (certainty === 'certain') return bareReference(id, true, direction);
  if (certainty === 'possible') {
    const isTrusted = trust !== 'none' || ownMark.test(written);
    return bareReference(id, isTrusted && id === id.toUpperCase(), direction);
  }
  if (trust === 'none' || !opaque.test(id) || isUuid(id) || lowerHex.test(id)) return null;
  return bareReference(id, /[A-Za-z]/.test(id), direction);
}
