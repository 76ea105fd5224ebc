import { describe, expect, it } from 'vitest';
import { providerOf } from '../../src/providers/index.ts';
import { makeReference } from '../references/make-reference.ts';
import { answer } from './fixture.ts';
import { periskopeFixture } from './periskope-fixture.ts';

const { address, needsKey, listMessages } = providerOf('periskope');
const { credentials } = periskopeFixture;
const chat = '120363297269676566@g.us';
const key = `false_${chat}_3EB01F4653BB9DD05E9859_919004389372@c.us`;
const message = {
  message_id: key,
  unique_id: '3EB01F4653BB9DD05E9859',
  body: 'Water supply will be off.',
  from_me: false,
  timestamp: '2026-11-18T06:30:00+00:00',
};
const entry = { key, id: '3EB01F4653BB9DD05E9859', text: 'Water supply will be off.', fromMe: false };

describe('the messages of a chat', () => {
  const list = (page: number | null) => listMessages?.(credentials, chat, page, 25);
  const read = (body: unknown, status = 200) => list(null)?.read(answer(status, body));

  it.each([
    [null, 'limit=25'],
    [26, 'offset=26&limit=25'],
  ])('the messages of a chat from %s are requested as documented', (page, query) =>
    expect(list(page)?.request).toMatchObject({
      method: 'GET',
      url: `https://api.periskope.app/v1/chats/120363297269676566%40g.us/messages?${query}`,
      headers: { Authorization: `Bearer ${credentials.apiKey}`, 'x-phone': '919876543210' },
    }),
  );

  it('the messages of a chat are read with their whole keys', () =>
    expect(read({ from: 1, to: 1, count: 40, messages: [message] })).toEqual({
      messages: [{ ...entry, sentAt: Date.UTC(2026, 10, 18, 6, 30) }],
      next: 2,
    }));

  it.each([
    [{ body: null }, { text: '' }],
    [{ unique_id: null }, { id: '' }],
    [{ timestamp: null }, { sentAt: null }],
    [{ timestamp: 'yesterday' }, { sentAt: null }],
    [{ timestamp: 1_763_447_400_000 }, { sentAt: 1_763_447_400_000 }],
    [{ from_me: null, message_id: key.replace('false', 'true') }, { fromMe: true }],
  ])('a message with %j is read leniently', (parts, read_) =>
    expect(read({ messages: [{ ...message, ...parts }] })).toMatchObject({ messages: [read_] }),
  );

  it.each([{ is_deleted: true }, { is_private_note: true }, { message_id: 7 }])(
    'a message with %j is left out',
    (parts) => expect(read({ messages: [message, { ...message, ...parts }] })).toMatchObject({ messages: [entry] }),
  );

  it.each([
    [401, '', 'unauthorized'],
    [404, { message: 'Chat not found' }, 'rejected'],
    [429, '', 'rate-limited'],
    [200, '<html>', 'unknown'],
    [200, [], 'unknown'],
  ])('the answer %s %j to a list of messages is %s', (status, body, kind) =>
    expect(read(body, status)).toMatchObject({ kind }),
  );
});

describe('the address of a bare id', () => {
  it('the address of a bare id is the id and its chat, and its key has to be looked up', () => {
    const bare = address(makeReference({ messageId: '3EB01F4653BB9DD05E9859', chat: '919487126251@s.whatsapp.net' }));
    expect(bare).toEqual({ messageId: '3EB01F4653BB9DD05E9859', chat: '919487126251@c.us' });
    expect(typeof bare === 'object' && needsKey?.(bare)).toBe(true);
  });

  it.each([null, 'Sunrise'])('a bare id in the chat %s needs its chat', (written) =>
    expect(address(makeReference({ chat: written }))).toBe('chat-missing'),
  );
});

describe('nothing is looked up', () => {
  it.each([
    ['a whole key', { messageId: key, chat }],
    ['a queue_id', { messageId: 'ba3273cb-12be-48d4-90e0-0cbc0b427ef1', chat: null }],
  ])('no key is looked up for %s', (_what, complete) => expect(needsKey?.(complete)).toBe(false));

  it('a whole key determines the chat, whatever chat is given beside it', () =>
    expect(address(makeReference({ serialized: key, form: 'serialized', chat: '919487126251@c.us' }))).toEqual({
      messageId: key,
      chat,
    }));
});
