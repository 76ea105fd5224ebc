import { expect, it } from 'vitest';
import { periskopeGet, zApiGet } from './documented-requests.ts';
import { useSimulator } from './running-simulator.ts';
import { sendRaw } from './send-raw.ts';

const simulator = useSimulator();

async function zApiChats(page: number): Promise<{ phone: string; name: string }[]> {
  return JSON.parse((await sendRaw(simulator(), zApiGet(`chats?page=${page}&pageSize=500`))).text);
}

it('extra chats fill the lists of both providers, page by page, each chat once', async () => {
  simulator().setExtraChats(1200);
  const pages = await Promise.all([1, 2, 3, 4].map(zApiChats));
  expect(pages.map((page) => page.length)).toEqual([500, 500, 204, 0]);
  expect(new Set(pages.flat().map(({ phone }) => phone)).size).toBe(1204);
  const periskope = JSON.parse((await sendRaw(simulator(), periskopeGet('chats?offset=1001&limit=1000'))).text);
  expect(periskope).toMatchObject({ from: 1001, to: 1202, count: 1202 });
  expect(simulator().violations()).toEqual([]);
});

it('extra chats come after the demo chats, and go with a reset', async () => {
  simulator().setExtraChats(3);
  expect((await zApiChats(1)).at(-1)).toMatchObject({
    phone: '120363000000000002-group',
    name: expect.stringMatching(/^Grupo de /),
  });
  simulator().reset();
  expect(await zApiChats(1)).toHaveLength(4);
});

it('extra chats can be set over HTTP, in numbers that make sense', async () => {
  const extraChats = (body: unknown) =>
    fetch(`${simulator().url}/_simulator/extra-chats`, { method: 'POST', body: JSON.stringify(body) });
  expect((await extraChats(2)).status).toBe(204);
  expect(await zApiChats(1)).toHaveLength(6);
  expect((await extraChats('many')).status).toBe(400);
});
