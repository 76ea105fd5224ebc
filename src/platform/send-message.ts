import { browser } from './browser';
import type { Reply } from './handle-messages';

/** What an intent takes. */
export type Input<Entry> = Entry extends { handle(input: infer Value): unknown } ? Value : never;
/** What an intent answers. */
export type Answer<Entry> = Entry extends { handle(input: never): Promise<infer Value> } ? Value : never;

/** A page's side of a table: sends one intent. A worker that cannot be reached answers `failed`. */
export async function ask<Table, Name extends keyof Table & string>(
  name: Name,
  input: Input<Table[Name]>,
): Promise<Reply<Answer<Table[Name]>>> {
  try {
    // A worker that ends before it answers gives no error but no reply either.
    const reply: Reply<Answer<Table[Name]>> | undefined = await browser.runtime.sendMessage({ intent: name, input });
    return reply ?? { ok: false, code: 'failed', detail: 'worker' };
  } catch {
    return { ok: false, code: 'failed', detail: 'worker' };
  }
}
