import { vi } from 'vitest';
import { browser } from './fake-browser.ts';

interface Sent {
  intent: string;
  input: Record<string, unknown> | null;
}

/** An intent that waits for its answer. */
interface Open extends Sent {
  answer(answer: unknown): Promise<void>;
  fail(detail: string): Promise<void>;
}

/** Lets everything happen that waits for nothing but promises. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A worker that answers when the test says so; intents that are named in `answers` it answers at once. */
export function fakeWorker(answers: Readonly<Record<string, unknown>> = {}) {
  const open: Open[] = [];
  const sent: Sent[] = [];
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((message) => {
    const asked = message as Sent;
    sent.push(asked);
    if (asked.intent in answers) return Promise.resolve({ ok: true, answer: answers[asked.intent] });
    return new Promise((resolve) => {
      const say = (reply: unknown) => {
        open.splice(open.indexOf(entry), 1);
        resolve(reply);
        return settled();
      };
      const entry: Open = {
        ...asked,
        answer: (answer) => say({ ok: true, answer }),
        fail: (detail) => say({ ok: false, code: 'failed', detail }),
      };
      open.push(entry);
    });
  });
  return {
    /** The intents of that name that wait, the oldest first. */
    waiting: (intent: string): Open[] => open.filter((each) => each.intent === intent),
    /** What was said with the intents of that name. */
    said: (intent: string): Sent['input'][] => sent.filter((each) => each.intent === intent).map(({ input }) => input),
    settled,
  };
}
