import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { pinCalls } from './requests.ts';

/** Says one intent as a page does, and gives the answer. */
async function say<Answer>(page: Page, intent: string, input: unknown): Promise<Answer> {
  const reply = await page.evaluate((message) => chrome.runtime.sendMessage(message), { intent, input });
  const { ok, answer, detail } = reply as { ok: boolean; answer: Answer; detail: string };
  if (!ok) throw new Error(`The worker did not do "${intent}": ${detail}`);
  return answer;
}

interface Account {
  id: string;
  name: string;
  providerId: string;
}

/** Id and chat of the n-th message of a run: five chats take turns. */
const messageOf = (at: number) => ({
  messageId: `3EB0${String(at).padStart(16, '0')}`,
  chat: `55119876543${20 + (at % 5)}`,
});

/** Pins that many messages through the first account, as a run, without waiting for any. */
export async function startRun(options: Page, count: number): Promise<string> {
  const [account] = await say<Account[]>(options, 'accounts', {});
  if (!account) throw new Error('There is no account');
  const { id: accountId, name: accountName, providerId } = account;
  const wishes = Array.from({ length: count }, (_, at) => ({
    ...{ accountId, accountName, providerId, action: 'pin', days: 7, address: messageOf(at) },
  }));
  const id = await say<string>(options, 'start run', { name: 'test' });
  await say(options, 'add to run', { id, wishes });
  await say(options, 'set run', { id, state: 'running' });
  return id;
}

interface Run {
  id: string;
  total: number;
  accepted: number;
  failed: number;
  dropped: number;
}

/** Waits until all of a run's requests were accepted, and holds that the simulator has each of them. */
export async function expectAllAccepted(options: Page, simulator: Simulator, id: string, count: number): Promise<void> {
  const run = async () => {
    const runs = await say<Run[]>(options, 'runs', {});
    const { total, accepted, failed, dropped } = runs.find((each) => each.id === id) ?? {};
    return { total, accepted, failed, dropped };
  };
  await expect.poll(run, { timeout: 60_000 }).toEqual({ total: count, accepted: count, failed: 0, dropped: 0 });
  const answered = pinCalls(simulator.received).filter(({ status }) => status === 200);
  const messages = new Set(answered.map(({ body }) => (body as { messageId: string }).messageId));
  expect([...messages].sort()).toEqual(Array.from({ length: count }, (_, at) => messageOf(at).messageId));
}
