import { classifyId } from './bare-id';
import { findSerializedKeys } from './serialized-key';

const mediaSuffix = /\.[a-z0-9]{2,5}$/i;

/**
 * The ids in the path of a web address: a file's name, or a part of its own. Null for what is no address.
 * A path may name chats, instances and organisations too; only what is certain by its form is a message.
 */
export function idsInAddress(text: string): string[] | null {
  if (!/^https?:\/\//i.test(text)) return null;
  const parts = decode(text).split('/').slice(3);
  const ids = parts.map((part) => part.replace(mediaSuffix, '')).filter((part) => classifyId(part) === 'certain');
  return findSerializedKeys(text).length > 0 ? [] : [...new Set(ids)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
