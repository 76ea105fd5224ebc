import { browser } from './browser';
import type { Reply } from './handle-messages';

/** The input of an intent. */
export type Input<Entry> = Entry extends { handle(input: infer Value): unknown } ? Value : never;
/** The answer to an intent. */
export type Answer<Entry> = Entry extends { handle(input: never): Promise<infer Value> } ? Value : never;

/**
 * Sends one intent from a page to the worker, and returns the reply. A worker that cannot be reached or ends before it
 * replies counts as `failed`, with the detail `worker`.
 */
export async function ask<Table, Name extends keyof Table & string>(
  name: Name,
  input: Input<Table[Name]>,
): Promise<Reply<Answer<Table[Name]>>> {
  try {
    // If the worker ends before it replies, the reply is undefined and there is no error.
    const reply: Reply<Answer<Table[Name]>> | undefined = await browser.runtime.sendMessage({ intent: name, input });
    return reply ?? { ok: false, code: 'failed', detail: 'worker' };
  } catch {
    return { ok: false, code: 'failed', detail: 'worker' };
  }
}
