import { expect, it } from 'vitest';
import { demoChats, serializedKeyOf } from './demo-chats.ts';
import { useSimulator } from './running-simulator.ts';

const simulator = useSimulator();
const textOf = async (path: string) => (await fetch(simulator().url + path)).text();

const seeded = demoChats.flatMap((chat) =>
  chat.messages.flatMap((message) => [message.messageId, message.queueId, serializedKeyOf(chat, message)]),
);

it.each(['/webhook-log', '/webhook-log/details'])('%s names only messages of the demo chats', async (path) => {
  const ids = [...(await textOf(path)).matchAll(/id="([^"]+)"\s+data-id="([^"]+)"/g)];
  expect(ids.length).toBeGreaterThan(1);
  expect(ids.map(([, , id]) => id).filter((id) => !seeded.includes(id))).toEqual([]);
  expect(new Set(ids.map(([, name]) => name)).size).toBe(ids.length);
});

it.each(['/', '/webhook-log', '/webhook-log/details'])('%s loads only files that are served', async (path) => {
  const loaded = [...(await textOf(path)).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');
  expect(loaded.filter((url) => !url.startsWith('/'))).toEqual([]);
  const statuses = await Promise.all(loaded.map(async (url) => (await fetch(simulator().url + url)).status));
  expect(statuses.every((status) => status === 200)).toBe(true);
});
