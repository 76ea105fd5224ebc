import { beforeEach, expect, it, vi } from 'vitest';
import { createListedMessages } from '../../src/popup/listed-messages.ts';
import { failure } from '../../src/providers/index.ts';
import { createFakeWorker } from '../fake-worker.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const message = (key: string) => ({ key, id: key, text: key, fromMe: false, at: null });

beforeEach(() => vi.restoreAllMocks());

it('listed messages start with the first page, and ask for no other while one is being loaded', async () => {
  const worker = createFakeWorker();
  const listed = createListedMessages('a', '5511987654321@c.us');
  listed.load();
  expect(worker.inputsOf('messages')).toEqual([{ accountId: 'a', chat: '5511987654321@c.us', page: null }]);
  expect(listed.pages.value.isLoading).toBe(true);
  await worker.unanswered('messages')[0]?.answer({ messages: [message('m1')], next: 26 });
  expect(listed.pages.value).toMatchObject({ isLoading: false, nextPage: 26, messages: [{ key: 'm1' }] });
});

it('listed messages keep what is loaded when the next page fails, and ask for the same page again', async () => {
  const worker = createFakeWorker();
  const listed = createListedMessages('a', '5511987654321@c.us');
  await worker.unanswered('messages')[0]?.answer({ messages: [message('m1')], next: 26 });
  listed.load();
  await worker.unanswered('messages')[0]?.answer(failure('unavailable', 'server'));
  expect(listed.pages.value).toMatchObject({ failure: { reason: 'server' }, messages: [{ key: 'm1' }] });
  listed.load();
  expect(worker.inputsOf('messages').map((input) => input?.page)).toEqual([null, 26, 26]);
});
