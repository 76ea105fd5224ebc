import { classifyId } from './bare-id';
import { readChat } from './chat';
import { bareReference, type Reference } from './reference';

/** The extension of a media file: messages are downloaded under their ids. */
const mediaSuffix = /\.[a-z0-9]{2,5}$/i;

/** Tells whether a text is a web address, the path of a request in a log, or the path of a file. */
const isPath = (text: string): boolean =>
  /^https?:\/\/|\/messages?\//i.test(text) || (text.includes('/') && mediaSuffix.test(text));

/**
 * Finds the messages in the path of a web address or a file; null if the text is not a path. A path may also name
 * chats, instances and organisations. So a segment is a message only if its form is certain, and a chat only if it
 * follows the segment `chats`.
 */
export function idsInAddress(text: string): Reference[] | null {
  if (!isPath(text)) return null;
  const segments = decode(text).split('/');
  const chatIndex = segments.findIndex((segment) => /^chats?$/.test(segment)) + 1;
  const chat = chatIndex > 0 ? (segments[chatIndex] ?? '') : '';
  const ids = segments
    .map((segment) => segment.replace(mediaSuffix, ''))
    .filter((segment) => classifyId(segment) === 'certain');
  return [...new Set(ids)].map((id) => bareReference(id, true, { chat: readChat(chat) && chat }));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
