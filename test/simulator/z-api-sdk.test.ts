import { describe, expect, it } from 'vitest';
import { ZAPI } from 'z-api-sdk';
import { useSimulator } from './running-simulator.ts';

const simulator = useSimulator();
const dayMs = 24 * 60 * 60 * 1000;
const target = { phone: '120363019502650977-group', messageId: 'AC7B1E9D3F5A2C8046D1B7E39A5F2C08' };

function client() {
  const { instanceId, instanceToken, clientToken } = simulator().credentials.zApi;
  return new ZAPI({ instanceId, token: instanceToken, clientToken, baseURL: simulator().url, maxRetries: 0 });
}

describe('z-api-sdk, unchanged', () => {
  it.each([
    ['24_hours', 1],
    ['7_days', 7],
    ['30_days', 30],
  ] as const)('z-api-sdk pins for %s', async (pinMessageDuration, days) => {
    const answer = await client().messages.pin({ ...target, messageAction: 'pin', pinMessageDuration });
    expect(answer).toMatchObject({ zaapId: expect.stringMatching(/^[0-9A-F]{32}$/) });
    expect(simulator().pins()).toMatchObject([{ chat: '120363019502650977@g.us', messageId: target.messageId }]);
    const [pinned] = simulator().pins();
    expect((pinned?.until ?? 0) - (pinned?.since ?? 0)).toBe(days * dayMs);
    expect(simulator().violations()).toEqual([]);
  });

  it('z-api-sdk is answered with the id of the pin event, not of the target', async () => {
    const answer = await client().messages.pin({ ...target, messageAction: 'pin', pinMessageDuration: '7_days' });
    const { messageId, id } = answer as { messageId: string; id: string };
    expect(messageId).toMatch(/^3EB0[0-9A-F]{18}$/);
    expect(messageId).not.toBe(target.messageId);
    expect(id).toBe(messageId);
  });

  it('z-api-sdk unpins, also what is not pinned', async () => {
    await client().messages.pin({ ...target, messageAction: 'pin', pinMessageDuration: '7_days' });
    await client().messages.pin({ ...target, messageAction: 'unpin', pinMessageDuration: '7_days' });
    await client().messages.pin({ ...target, messageAction: 'unpin', pinMessageDuration: '7_days' });
    expect(simulator().pins()).toEqual([]);
    expect(simulator().received.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(simulator().violations()).toEqual([]);
  });

  it('z-api-sdk sees status, device and chats', async () => {
    const status = await client().instance.getStatus();
    const device = await client().instance.getDevice();
    const chats = await client().chats.list({ page: 1, pageSize: 2 });
    expect(status).toEqual({ connected: true, error: 'You are already connected.', smartphoneConnected: true });
    expect(device).toMatchObject({ phone: '5511999990000', name: 'Demo Z-API' });
    expect(chats).toMatchObject([
      { name: 'Condomínio Jardim das Flores', phone: '120363019502650977-group', isGroup: true },
      { name: 'Mariana Costa', phone: '5511987654321', isGroup: false },
    ]);
    expect(simulator().violations()).toEqual([]);
  });
});
