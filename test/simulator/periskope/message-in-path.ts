import { isQueueId, readSerializedKey } from '../chat-spellings.ts';
import type { PeriskopePhone } from '../demo-accounts.ts';
import { findDemoMessage } from '../demo-chats.ts';

/** The message that the `{message_id}` of a path names, if any, and how the path violates the documentation, if it does. */
export interface MessageInPath {
  message: { chat: string; messageId: string } | null;
  violation: string | null;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/**
 * Reads `{message_id}` [DOC Pin Message]: a message_id, verbatim, or a queue_id; percent-encoded as the official client
 * does (docs/providers.md, Periskope [DOC/RUN]). A bare id is not enough. A demo message answers only to its very own key;
 * any other well-formed key is taken on trust [INF].
 */
export function readMessageInPath(segment: string, phone: PeriskopePhone): MessageInPath {
  const id = decode(segment);
  if (id === null) return { message: null, violation: 'the message id is not percent-encoded' };
  const violation = segment === encodeURIComponent(id) ? null : 'the message id is not percent-encoded';
  const demo = findDemoMessage(phone.number, id);
  if (isQueueId(id)) {
    return { message: demo && { chat: demo.chat.chat, messageId: demo.message.messageId }, violation };
  }
  const key = readSerializedKey(id);
  if (key === null) return { message: null, violation: 'neither a message_id nor a queue_id' };
  const demoMessage = findDemoMessage(phone.number, key.messageId);
  return { message: demoMessage === null || demo !== null ? key : null, violation };
}
