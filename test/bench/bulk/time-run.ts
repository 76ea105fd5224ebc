import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { BulkBed } from './bulk-bed.ts';
import { type BulkMessage, bulkDays } from './bulk-messages.ts';
import { readAccount } from './read-account.ts';
import { readEnd } from './stored-requests.ts';

/** The duration of a run, in ms by the clock of the machine. */
export interface RunTimes {
  /** The time from asking for the run until its last request has ended on disk. */
  totalMs: number;
  /** The part of that time until all requests of the run were on disk. */
  submitMs: number;
}

interface Reply<Answer> {
  ok: boolean;
  answer: Answer;
  detail: string;
}

/** The maximum number of requests in one message, as in `submit-run.ts`. */
const batchSize = 400;
const pollMs = 100;

/** Asks for a run with the intents that Options → Pins sends: all batches, without waiting for the earlier ones. */
async function submitRun(page: Page, messages: readonly BulkMessage[]) {
  const account = await readAccount(page);
  const wishes = messages.map((address) => ({ ...account, action: 'pin', days: bulkDays, address }));
  return page.evaluate(
    async ({ wishes, batchSize }) => {
      const sendIntent = async (intent: string, input: unknown): Promise<string> => {
        const { ok, answer, detail } = (await chrome.runtime.sendMessage({ intent, input })) as Reply<string>;
        if (!ok) throw new Error(`The worker did not do "${intent}": ${detail}`);
        return answer;
      };
      const startedAt = Date.now();
      const id = await sendIntent('start run', { name: 'bench' });
      const additions: Promise<string>[] = [];
      for (let start = 0; start < wishes.length; start += batchSize) {
        additions.push(sendIntent('add to run', { id, wishes: wishes.slice(start, start + batchSize) }));
      }
      await Promise.all(additions);
      const submittedAt = Date.now();
      await sendIntent('set run', { id, state: 'running' });
      return { startedAt, submittedAt };
    },
    { wishes, batchSize },
  );
}

/**
 * Pins the messages as a run, and returns how long that took. Nothing is asked of the worker or the disk before its end.
 * `earlierCount` is the number of pins since the last reset.
 */
export async function timeRun(
  { page, answeredCount }: BulkBed,
  messages: readonly BulkMessage[],
  earlierCount = 0,
): Promise<RunTimes> {
  const { startedAt, submittedAt } = await submitRun(page, messages);
  const count = earlierCount + messages.length;
  while (answeredCount() < count) await sleep(pollMs);
  return { totalMs: (await readEnd(page, count)) - startedAt, submitMs: submittedAt - startedAt };
}
