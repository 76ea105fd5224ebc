import { classifyId, isQueueId } from './bare-id';
import { bareReference, type Reference } from './reference';
import { findSerializedKeys } from './serialized-key';

const opaque = /^(?=.*\d)(?!.*\.\.)[0-9A-Za-z][0-9A-Za-z.-]{5,62}[0-9A-Za-z]$/;
const lowerHex = /^[0-9a-f]{24,64}$/;
/** wuzapi marks what the connected number sent. */
const own = /^me:/;

/**
 * The reference that a value under a key names, or null where it names none.
 * @param trust `message`: the key is only used for messages. `record`: it may name anything, but stands beside a chat
 *   and a direction. `none`: nothing vouches for it but its form.
 */
export function readIdValue(text: string, trust: 'message' | 'record' | 'none'): Reference | null {
  const written = text.trim();
  const [key] = findSerializedKeys(written);
  if (key) return key;
  const id = written.replace(own, '');
  const more = own.test(written) ? { fromMe: true } : {};
  const sure = classifyId(id);
  if (sure === 'certain') return bareReference(id, true, more);
  if (sure === 'possible') {
    const vouched = trust !== 'none' || own.test(written);
    return bareReference(id, vouched && id === id.toUpperCase(), more);
  }
  if (trust === 'none' || !opaque.test(id) || isQueueId(id) || lowerHex.test(id)) return null;
  return bareReference(id, /[A-Za-z]/.test(id), more);
}
