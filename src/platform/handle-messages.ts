import * as v from 'valibot';
import { browser, type Runtime } from './browser';

/** One intent that a page may send: the shape of what it says, and who answers. */
export interface Intent<Input, Answer> {
  schema: v.GenericSchema<unknown, Input>;
  handle(input: Input): Promise<Answer>;
}

/** Writes one entry of the handler table. */
export const intent = <Input, Answer>(
  schema: v.GenericSchema<unknown, Input>,
  handle: (input: Input) => Promise<Answer>,
): Intent<Input, Answer> => ({ schema, handle });

export type IntentTable = Record<string, { schema: v.GenericSchema; handle(input: unknown): Promise<unknown> }>;

/** Answers are data: error classes are lost on the way between worker and page. */
export type Reply<Answer> = { ok: true; answer: Answer } | { ok: false; code: 'refused' | 'failed'; detail: string };

const envelope = v.object({ intent: v.string(), input: v.unknown() });

/** Our own pages only: `sender.id` is ours for content scripts too. */
function isOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));
}

/** Answers the pages' intents from one table. Called once, while the worker starts. */
export function answerIntents(table: IntentTable): void {
  browser.runtime.onMessage.addListener(
    async (message: unknown, sender: Runtime.MessageSender): Promise<Reply<unknown>> => {
      const read = v.safeParse(envelope, message);
      if (!isOwnPage(sender) || !read.success) return { ok: false, code: 'refused', detail: 'sender' };
      const entry = Object.hasOwn(table, read.output.intent) ? table[read.output.intent] : undefined;
      const input = entry && v.safeParse(entry.schema, read.output.input);
      if (!entry || !input?.success) return { ok: false, code: 'refused', detail: read.output.intent };
      try {
        return { ok: true, answer: await entry.handle(input.output) };
      } catch (error) {
        return { ok: false, code: 'failed', detail: nameOfError(error) };
      }
    },
  );
}

/** Names an error without its text, which may hold what must not be shown. */
export const nameOfError = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
