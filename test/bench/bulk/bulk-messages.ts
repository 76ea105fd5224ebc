import { type HttpRequest, providerOf } from '../../../src/providers/index.ts';
import { demoCredentials } from '../../simulator/demo-accounts.ts';

/** A message of the demo account at Periskope, as a text names it. */
export interface BulkMessage {
  /** The whole key, which Periskope takes as it is. */
  messageId: string;
  chat: string;
}

/** The duration of every pin of the bench, in days. */
export const bulkDays = 7;

/** Returns that many different messages, spread evenly over the chats. */
export const bulkMessages = (count: number, chatCount: number): BulkMessage[] =>
  Array.from({ length: count }, (_, index) => {
    const chat = `${5_511_980_000_000 + (index % chatCount)}@c.us`;
    return { messageId: `true_${chat}_3EB0${index.toString(16).toUpperCase().padStart(16, '0')}`, chat };
  });

/** Returns the request with which Pushpin pins the message: the bare fetches send the same bytes. */
export function pinRequestOf({ messageId, chat }: BulkMessage): HttpRequest {
  const { apiKey, phone } = demoCredentials.periskope;
  return providerOf('periskope').pin({ apiKey, phone }, { messageId, chat }, bulkDays).request;
}
