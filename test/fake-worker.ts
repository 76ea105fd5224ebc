import { vi } from 'vitest';
import { browser } from './fake-browser.ts';

interface Sent {
  intent: string;
  input: Record<string, unknown> | null;
}

/** An intent that has not been answered yet. */
interface Open extends Sent {
  answer(answer: unknown): Promise<void>;
  fail(detail: string): Promise<void>;
}

/** Waits until all pending promises have been handled. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Returns the worker's answer to a popup that opens: the overview, and what else it was asked for. */
export const openedPopup = (overview: object, plan: object, copied: 'pin' | 'paste' | null = null) => ({
  'open popup': { overview, plan, copied },
});

/** Creates a worker that answers when the test tells it to. Intents that are named in `answers` are answered at once. */
export function createFakeWorker(answers: Readonly<Record<string, unknown>> = {}) {
  const open: Open[] = [];
  const sent: Sent[] = [];
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((message) => {
    const sentIntent = message as Sent;
    sent.push(sentIntent);
    const { intent } = sentIntent;
    if (intent in answers) return Promise.resolve({ ok: true, answer: answers[intent] });
    return new Promise((resolve) => {
      const send = (reply: unknown) => {
        open.splice(open.indexOf(entry), 1);
        resolve(reply);
        return settled();
      };
      const entry: Open = {
        ...sentIntent,
        answer: (answer) => send({ ok: true, answer }),
        fail: (detail) => send({ ok: false, code: 'failed', detail }),
      };
      open.push(entry);
    });
  });
  return {
    /** Returns the unanswered intents of that name, the oldest first. */
    unanswered: (intent: string): Open[] => open.filter((each) => each.intent === intent),
    /** Returns the inputs of all intents of that name, the oldest first. */
    inputsOf: (intent: string): Sent['input'][] =>
      sent.filter((each) => each.intent === intent).map(({ input }) => input),
    /** Returns the names of all intents, the oldest first. */
    intents: (): string[] => sent.map(({ intent }) => intent),
    settled,
  };
}
