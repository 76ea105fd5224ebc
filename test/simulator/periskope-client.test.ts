import { PeriskopeApi } from '@periskope/periskope-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoCredentials } from './demo-accounts.ts';
import { keyOfAsha } from './documented-requests.ts';
import { type Simulator, startSimulator } from './index.ts';

// The client's env 'local' calls http://localhost:8080/v1 and nothing else: so this test needs that port.
const { apiKey, phone } = demoCredentials.periskope;
const client = new PeriskopeApi({ authToken: apiKey, phone, env: 'local' });
const dayMs = 24 * 60 * 60 * 1000;

describe('the official Periskope client, unchanged', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator({ port: 8080 }).catch((error: Error) => {
      throw new Error(`The official client can be tested on port 8080 only. ${error.message}`);
    });
  });
  afterEach(() => {
    expect(simulator.violations()).toEqual([]);
    simulator.reset();
  });
  afterAll(() => simulator?.close());

  // The client's types lack `time`; it passes the body through.
  const pinFor = (time: number) => client.message.pin({ ...{ time }, message_id: keyOfAsha, pin: true });

  it.each([1, 7, 30])('the official Periskope client pins for %i days', async (days) => {
    const { status, error } = await pinFor(days);
    expect({ status, error }).toEqual({ status: 204, error: null });
    expect(simulator.pins()).toMatchObject([
      { account: phone, chat: '919487126251@c.us', messageId: '3EB0F754E67BDF3178E76C680224FF7114E2CB95' },
    ]);
    const [pinned] = simulator.pins();
    expect((pinned?.until ?? 0) - (pinned?.since ?? 0)).toBe(days * dayMs);
  });

  it('the official Periskope client pins for 30 days where no time is sent', async () => {
    await client.message.pin({ message_id: keyOfAsha, pin: true });
    const [pinned] = simulator.pins();
    expect((pinned?.until ?? 0) - (pinned?.since ?? 0)).toBe(30 * dayMs);
  });

  it('the official Periskope client unpins', async () => {
    await pinFor(7);
    const { status } = await client.message.pin({ message_id: keyOfAsha, pin: false });
    expect(status).toBe(204);
    expect(simulator.pins()).toEqual([]);
  });

  it('the official Periskope client sees its phones, chats and messages', async () => {
    await pinFor(7);
    const one = await client.phone.info();
    const all = await client.phone.getAll();
    const chats = await client.chat.getChats({ chat_type: 'user' });
    const messages = await client.chat.getChatMessages({ chat_id: '919487126251@c.us' });
    const message = await client.message.getById({ message_id: keyOfAsha });
    expect(one.data).toMatchObject({ org_phone: `${phone}@c.us`, wa_state: 'CONNECTED', is_ready: true });
    expect(all.data?.map(({ phone_name }) => phone_name)).toEqual(['Support', 'Community', 'Warehouse']);
    expect(chats.data?.chats).toMatchObject([
      { chat_name: 'Asha Verma', pinned_messages: [{ message_id: keyOfAsha }] },
    ]);
    expect(messages.data?.messages?.map(({ from_me }) => from_me)).toEqual([false, true]);
    expect(message.data).toMatchObject({ message_id: keyOfAsha, chat_id: '919487126251@c.us' });
  });
});
