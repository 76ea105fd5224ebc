import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type BulkMessage, bulkDays } from './bulk-messages.ts';

/** How long a run took, in ms by the clock of the machine. */
export interface RunTimes {
  /** From asking for the run until its last request has ended on disk. */
  totalMs: number;
  /** The part of it until all requests of the run were on disk and it was set to run. */
  submitMs: number;
}

interface Account {
  id: string;
  name: string;
  providerId: string;
}

interface RunRecord {
  id: string;
  total: number;
  accepted: number;
  lastEndedAt: number | null;
}

/** The maximum number of requests in one message, as in `submit-run.ts`. */
const batchSize = 400;
const pollMs = 100;

/** Sends an intent to the worker and returns its answer. */
async function ask<Answer>(page: Page, intent: string, input: unknown): Promise<Answer> {
  const reply = await page.evaluate((message) => chrome.runtime.sendMessage(message), { intent, input });
  const { ok, answer, detail } = reply as { ok: boolean; answer: Answer; detail: string };
  if (!ok) throw new Error(`The worker did not do "${intent}": ${detail}`);
  return answer;
}

/** Asks for a run as Options → Pins does: all batches are sent at once, then the run is started. */
async function submitRun(page: Page, messages: readonly BulkMessage[]) {
  const [account] = await ask<Account[]>(page, 'accounts', {});
  if (!account) throw new Error('There is no account');
  const wish = { accountId: account.id, accountName: account.name, providerId: account.providerId, action: 'pin' };
  const wishes = messages.map((address) => ({ ...wish, days: bulkDays, address }));
  return page.evaluate(
    async ({ wishes, batchSize }) => {
      const askWorker = async (intent: string, input: unknown): Promise<string> => {
        const reply = await chrome.runtime.sendMessage({ intent, input });
        const { ok, answer, detail } = reply as { ok: boolean; answer: string; detail: string };
        if (!ok) throw new Error(`The worker did not do "${intent}": ${detail}`);
        return answer;
      };
      const startedAt = Date.now();
      const id = await askWorker('start run', { name: 'bench' });
      const batches = Array.from({ length: Math.ceil(wishes.length / batchSize) }, (_, index) =>
        wishes.slice(index * batchSize, (index + 1) * batchSize),
      );
      await Promise.all(batches.map((batch) => askWorker('add to run', { id, wishes: batch })));
      const submittedAt = Date.now();
      await askWorker('set run', { id, state: 'running' });
      return { id, startedAt, submittedAt };
    },
    { wishes, batchSize },
  );
}

/**
 * Pins the messages as a run, and returns how long that took. The worker is asked for the end of the run only after the
 * simulator has answered as many pins, so that asking does not slow the run down. `answeredCount` returns how many it has
 * answered.
 */
export async function timeRun(
  page: Page,
  messages: readonly BulkMessage[],
  answeredCount: () => number,
): Promise<RunTimes> {
  const { id, startedAt, submittedAt } = await submitRun(page, messages);
  while (answeredCount() < messages.length) await sleep(pollMs);
  for (;;) {
    const run = (await ask<RunRecord[]>(page, 'runs', {})).find((each) => each.id === id);
    if (run?.accepted === messages.length && run.lastEndedAt !== null) {
      return { totalMs: run.lastEndedAt - startedAt, submitMs: submittedAt - startedAt };
    }
    await sleep(pollMs);
  }
}
