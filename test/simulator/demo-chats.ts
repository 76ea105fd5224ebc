import { periskopeDemoChats } from './demo-chats-periskope.ts';
import { zApiDemoChats } from './demo-chats-z-api.ts';

/** A message of a demo chat; `by` is who wrote it, absent for the account's own messages. */
export interface DemoMessage {
  messageId: string;
  text: string;
  at: string;
  by?: { jid: string; name: string };
  queueId?: string;
}

/** A chat as one account sees it; `number` is that account's connected phone. */
export interface DemoChat {
  number: string;
  chat: string;
  name: string;
  messages: readonly DemoMessage[];
}

export const demoChats: readonly DemoChat[] = [...zApiDemoChats, ...periskopeDemoChats];

/** The chats that a connected number is in, the one with the latest message first. */
export function chatsOf(number: string): DemoChat[] {
  const latest = ({ messages }: DemoChat) => messages.at(-1)?.at ?? '';
  return demoChats.filter((chat) => chat.number === number).sort((a, b) => latest(b).localeCompare(latest(a)));
}

/** The serialized key of a demo message: a fourth part, the author, in groups (docs/providers.md, Periskope). */
export function serializedKeyOf({ chat, number }: DemoChat, { messageId, by }: DemoMessage): string {
  const key = `${by === undefined}_${chat}_${messageId}`;
  return chat.endsWith('@g.us') ? `${key}_${by?.jid ?? `${number}@c.us`}` : key;
}

/** The demo message of an account with that bare id, serialized key or queue_id. */
export function findDemoMessage(number: string, id: string): { chat: DemoChat; message: DemoMessage } | null {
  for (const chat of chatsOf(number)) {
    const message = chat.messages.find((each) =>
      [each.messageId, serializedKeyOf(chat, each), each.queueId].includes(id),
    );
    if (message !== undefined) return { chat, message };
  }
  return null;
}
