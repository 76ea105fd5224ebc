import { periskopeDemoChats } from './demo-chats-periskope.ts';
import { zApiDemoChats } from './demo-chats-z-api.ts';

/** A message of a demo chat; `by` is its author, absent for the account's own messages. */
export interface DemoMessage {
  messageId: string;
  text: string;
  sentAt: string;
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

/** Returns the chats of a connected number, the one with the latest message first. */
export function chatsOf(number: string): DemoChat[] {
  const latest = ({ messages }: DemoChat) => messages.at(-1)?.sentAt ?? '';
  return demoChats.filter((chat) => chat.number === number).sort((a, b) => latest(b).localeCompare(latest(a)));
}

/** Returns the serialized key of a demo message; in groups it ends with the author (docs/providers.md, Periskope). */
export function serializedKeyOf({ chat, number }: DemoChat, { messageId, by }: DemoMessage): string {
  const key = `${by === undefined}_${chat}_${messageId}`;
  return chat.endsWith('@g.us') ? `${key}_${by?.jid ?? `${number}@c.us`}` : key;
}

/** Finds the demo message of an account by its bare id, serialized key or queue_id. */
export function findDemoMessage(number: string, id: string): { chat: DemoChat; message: DemoMessage } | null {
  for (const chat of chatsOf(number)) {
    const message = chat.messages.find((each) =>
      [each.messageId, serializedKeyOf(chat, each), each.queueId].includes(id),
    );
    if (message !== undefined) return { chat, message };
  }
  return null;
}
