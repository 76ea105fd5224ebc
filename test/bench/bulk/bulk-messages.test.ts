import { describe, expect, it } from 'vitest';
import { identify } from '../../../src/pins/queue/message-key.ts';
import { bulkMessages, pinRequestOf } from './bulk-messages.ts';

describe('the messages of the bulk rows', () => {
  const messages = bulkMessages(1_000, 200);

  it('the messages of the bulk rows are different messages, five in each of 200 chats', () => {
    const identities = messages.map((address) => identify({ accountId: 'a', address }));
    expect(new Set(identities.map(({ messageKey }) => messageKey)).size).toBe(1_000);
    const counts = new Map<string, number>();
    for (const { lane } of identities) counts.set(lane, (counts.get(lane) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array.from({ length: 200 }, () => 5));
  });

  it('a bare fetch sends the documented request to pin a message for seven days', () => {
    const { method, url, body } = pinRequestOf({
      messageId: 'true_5511980000000@c.us_3EB0A1',
      chat: '5511980000000@c.us',
    });
    expect({ method, url, body }).toEqual({
      method: 'POST',
      url: 'https://api.periskope.app/v1/message/true_5511980000000%40c.us_3EB0A1/pin',
      body: '{"pin":true,"time":7}',
    });
  });
});
