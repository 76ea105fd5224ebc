import { describe, expect, it } from 'vitest';
import type { Call, ChatPage, Failure } from '../../src/providers/index.ts';
import periskope from '../../src/providers/periskope/index.ts';
import zApi from '../../src/providers/z-api/index.ts';
import { answer } from './fixture.ts';
import { periskopeFixture } from './periskope-fixture.ts';
import { zApiFixture } from './z-api-fixture.ts';

const some = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    phone: String(5_511_000_000_000 + index),
    chat_id: `${5_511_000_000_000 + index}@c.us`,
  }));

const read = (call: Call<ChatPage | Failure>, body: unknown, status = 200) => call.read(answer(status, body));

describe('a page of Z-API', () => {
  const list = (page: number | null) => zApi.listChats(zApiFixture.credentials, page);

  it.each([
    [null, 'chats?page=1&pageSize=100'],
    [3, 'chats?page=3&pageSize=100'],
  ])('page %s of Z-API’s chats is requested as documented', (page, path) =>
    expect(list(page).request.url).toMatch(new RegExp(`/${path.replace('?', '\\?')}$`)),
  );

  it('a page of Z-API gives chats as JIDs with their names, without channels and broadcasts', () => {
    const body = [
      { phone: '120363019502650977-group', name: 'Condomínio', isGroup: 'true' },
      { phone: '5511999999999-1623281429', name: ' Futebol  de\nquinta ' },
      { phone: '5511987654321', name: null, isGroup: false },
      { phone: '81896604192873@lid' },
      { phone: '120363166555745933@newsletter', name: 'News' },
      { phone: '1623281429-broadcast', name: 'List' },
      { phone: 'status@broadcast', name: 'Status' },
      { name: 'Without a phone' },
    ];
    expect(read(list(1), body)).toEqual({
      chats: [
        { chat: '120363019502650977@g.us', name: 'Condomínio' },
        { chat: '5511999999999-1623281429@g.us', name: 'Futebol de quinta' },
        { chat: '5511987654321@c.us', name: '' },
        { chat: '81896604192873@lid', name: '' },
      ],
      next: 2,
    });
  });

  it('a page of Z-API is the last if it is empty, not if it is short', () => {
    expect(read(list(2), some(20))).toMatchObject({ next: 3 });
    expect(read(list(3), [])).toEqual({ chats: [], next: null });
  });

  it.each([
    [200, { error: 'NOT_FOUND', message: 'Unable to find matching target resource method' }, 'unauthorized', 'token'],
    [403, { error: 'Client-Token x not allowed' }, 'unauthorized', 'client-token'],
    [200, { value: false }, 'rejected', 'refused'],
    [200, { chats: [] }, 'unknown', 'unreadable'],
    [503, 'down', 'unavailable', 'server'],
  ])('the answer %s %j to Z-API’s list of chats is %s: %s', (status, body, kind, reason) =>
    expect(read(list(null), body, status)).toMatchObject({ kind, reason }),
  );
});

describe('a page of Periskope', () => {
  const list = (page: number | null) => periskope.listChats(periskopeFixture.credentials, page);

  it.each([
    [null, 'https://api.periskope.app/v1/chats?limit=100'],
    [101, 'https://api.periskope.app/v1/chats?offset=101&limit=100'],
  ])('the page of Periskope’s chats from %s is requested as documented', (page, url) =>
    expect(list(page).request.url).toBe(url),
  );

  it('a page of Periskope gives chats with their names, without channels', () => {
    const chats = [
      { chat_id: '120363297269676566@g.us', chat_name: 'Sunrise Residents', chat_type: 'group', members: {} },
      { chat_id: '919487126251@c.us', chat_name: null },
      { chat_id: '120363166555745933@newsletter', chat_name: 'News' },
      { chat_name: 'Without an id' },
    ];
    expect(read(list(null), { from: 1, to: 4, count: 4, chats })).toEqual({
      chats: [
        { chat: '120363297269676566@g.us', name: 'Sunrise Residents' },
        { chat: '919487126251@c.us', name: '' },
      ],
      next: null,
    });
  });

  it.each([
    ['the first of many', null, { from: 1, to: 100, count: 250, chats: some(100) }, 101],
    ['the first of many, counted from 0', null, { from: 0, to: 99, count: 250, chats: some(100) }, 100],
    ['a full one with the count of the page', 101, { from: 101, to: 200, count: 100, chats: some(100) }, 201],
    ['one that is shorter than asked for', null, { from: 1, to: 50, count: 250, chats: some(50) }, 51],
    ['a full one without numbers', 101, { chats: some(100) }, 201],
    ['the last', 201, { from: 201, to: 250, count: 250, chats: some(50) }, null],
    ['an empty one', 251, { from: 251, to: 250, count: 250, chats: [] }, null],
  ])('a page of Periskope’s chats gives the offset of the next page: %s', (_what, page, body, next) =>
    expect(read(list(page), body)).toMatchObject({ next }),
  );
});
