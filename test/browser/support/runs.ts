import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Simulator } from '../../simulator/index.ts';
import { pinCalls } from './requests.ts';

/** Sends one intent as a page does, and returns the answer. */
async function sendIntent<Answer>(page: Page, intent: string, input: unknown): Promise<Answer> {
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

/** Returns id and chat of the n-th message of a run; the messages are in five chats. */
const messageOf = (index: number) => ({
  messageId: `3EB0${String(index).padStart(16, '0')}`,
  chat: `55119876543${20 + (index % 5)}`,
});

/** Starts a run that pins that many messages through the first account; returns its id without waiting for any answer. */
export async function startRun(options: Page, count: number): Promise<string> {
  const [account] = await sendIntent<Account[]>(options, 'accounts', {});
  if (!account) throw new Error('There is no account');
  const { id: accountId, name: accountName, providerId } = account;
  const wishes = Array.from({ length: count }, (_, index) => ({
    ...{ accountId, accountName, providerId, action: 'pin', days: 7, address: messageOf(index) },
  }));
  const id = await sendIntent<string>(options, 'start run', { name: 'test' });
  await sendIntent(options, 'add to run', { id, wishes });
  await sendIntent(options, 'set run', { id, state: 'running' });
  return id;
}

interface Run {
  id: string;
  total: number;
  accepted: number;
  failed: number;
  dropped: number;
}

/** Waits until all requests of a run are accepted, and expects that the simulator received each of them. */
export async function expectAllAccepted(options: Page, simulator: Simulator, id: string, count: number): Promise<void> {
  const run = async () => {
    const runs = await sendIntent<Run[]>(options, 'runs', {});
    const { total, accepted, failed, dropped } = runs.find((each) => each.id === id) ?? {};
    return { total, accepted, failed, dropped };
  };
  await expect.poll(run, { timeout: 60_000 }).toEqual({ total: count, accepted: count, failed: 0, dropped: 0 });
  const answered = pinCalls(simulator.received).filter(({ status }) => status === 200);
  const messages = new Set(answered.map(({ body }) => (body as { messageId: string }).messageId));
  expect([...messages].sort()).toEqual(Array.from({ length: count }, (_, index) => messageOf(index).messageId));
}
