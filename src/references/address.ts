import { classifyId } from './bare-id';
import { readChat } from './chat';
import { bareReference, type Reference } from './reference';

export const mediaSuffix = /\.[a-z0-9]{2,5}$/i;

/** A web address, the path of a request in a log, or that of a file. */
const isPath = (text: string): boolean =>
  /^https?:\/\/|\/messages?\//i.test(text) || (text.includes('/') && mediaSuffix.test(text));

/**
 * The messages in the path of a web address or a file: its name, or a part of its own. Null for what is no path.
 * A path may name chats, instances and organisations too; only what is certain by its form is a message, and only what
 * follows `chats` is its chat.
 */
export function idsInAddress(text: string): Reference[] | null {
  if (!isPath(text)) return null;
  const parts = decode(text).split('/');
  const place = parts.findIndex((part) => /^chats?$/.test(part)) + 1;
  const chat = place > 0 ? (parts[place] ?? '') : '';
  const ids = parts.map((part) => part.replace(mediaSuffix, '')).filter((part) => classifyId(part) === 'certain');
  return [...new Set(ids)].map((id) => bareReference(id, true, { chat: readChat(chat) && chat }));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
