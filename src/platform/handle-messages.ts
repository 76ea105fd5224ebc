import * as v from 'valibot';
import { browser, type Runtime } from './browser';

/** One intent that a page may send: the schema of its input, and the function that answers it. */
export interface Intent<Input, Answer> {
  schema: v.GenericSchema<unknown, Input>;
  handle(input: Input): Promise<Answer>;
}

/** Creates one entry of the table of intents. */
export const intent = <Input, Answer>(
  schema: v.GenericSchema<unknown, Input>,
  handle: (input: Input) => Promise<Answer>,
): Intent<Input, Answer> => ({ schema, handle });

export type IntentTable = Record<string, { schema: v.GenericSchema; handle(input: unknown): Promise<unknown> }>;

/**
 * The reply to an intent. It is `refused` if the sender or the input is not allowed, and `failed` if the handler threw;
 * `detail` is then the name of the error. Replies are data, because error classes are lost between worker and page.
 */
export type Reply<Answer> = { ok: true; answer: Answer } | { ok: false; code: 'refused' | 'failed'; detail: string };

const messageSchema = v.object({ intent: v.string(), input: v.unknown() });

/** Checks the sender's URL too, because `sender.id` is our own for content scripts as well. */
function isOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));
}

/** Answers all intents from one table. To be called once, while the worker starts. */
export function answerIntents(table: IntentTable): void {
  browser.runtime.onMessage.addListener(
    async (message: unknown, sender: Runtime.MessageSender): Promise<Reply<unknown>> => {
      const parsed = v.safeParse(messageSchema, message);
      if (!isOwnPage(sender) || !parsed.success) return { ok: false, code: 'refused', detail: 'sender' };
      const { intent: name } = parsed.output;
      const entry = Object.hasOwn(table, name) ? table[name] : undefined;
      const input = entry && v.safeParse(entry.schema, parsed.output.input);
      if (!entry || !input?.success) return { ok: false, code: 'refused', detail: name };
      try {
        return { ok: true, answer: await entry.handle(input.output) };
      } catch (error) {
        return { ok: false, code: 'failed', detail: nameOfError(error) };
      }
    },
  );
}

/** Returns the name of an error without its text, because the text may hold a secret. */
export const nameOfError = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
