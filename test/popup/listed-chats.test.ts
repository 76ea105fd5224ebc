import { beforeEach, expect, it, vi } from 'vitest';
import { createListedChats } from '../../src/popup/listed-chats.ts';
import { failure } from '../../src/providers/index.ts';
import { createFakeWorker } from '../fake-worker.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const ana = { chat: '5511987654321@c.us', name: 'Ana' };
const listOf = (...chats: object[]) => ({ chats, complete: true, fetchedAt: 1 });

beforeEach(() => vi.restoreAllMocks());

it('the chats of an account are loaded from the provider once in a popup, unless the user asks again', async () => {
  const worker = createFakeWorker({ chats: listOf(), 'refresh chats': { list: listOf(ana), failure: null } });
  const listedChats = createListedChats();
  listedChats('a').loadOnce();
  await worker.settled();
  listedChats('a').loadOnce();
  listedChats('b').loadOnce();
  expect(worker.inputsOf('refresh chats')).toEqual([{ accountId: 'a' }, { accountId: 'b' }]);
  listedChats('a').reload();
  expect(worker.inputsOf('refresh chats')).toHaveLength(3);
});

it('chats that come late for one account are not shown for another', async () => {
  const worker = createFakeWorker({ chats: listOf() });
  const listedChats = createListedChats();
  listedChats('a').loadOnce();
  const other = listedChats('b');
  await worker.unanswered('refresh chats')[0]?.answer({ list: listOf(ana), failure: failure('unavailable', 'server') });
  expect([other.chats.value, other.failure.value]).toEqual([[], null]);
  expect([listedChats('a').chats.value, listedChats('a').failure.value?.reason]).toEqual([[ana], 'server']);
});
