import type { Intents } from '../../../src/background/handlers/index.ts';
import type { Reply } from '../../../src/platform/handle-messages.ts';
import type { Answer, Input } from '../../../src/platform/send-message.ts';
import type { Pushpin } from './pushpin.ts';

/**
 * Sends one intent to the worker as the options page does, and returns the answer. Dispatches the message inside the worker,
 * because an opened page takes a quarter of a second of the processor.
 */
export async function askWorker<Name extends keyof Intents & string>(
  pushpin: Pushpin,
  intent: Name,
  input: Input<Intents[Name]>,
): Promise<Answer<Intents[Name]>> {
  const worker = await pushpin.worker();
  const reply = await worker.evaluate(
    (message) =>
      new Promise<Reply<Answer<Intents[Name]>>>((resolve) => {
        const sender = { id: chrome.runtime.id, url: chrome.runtime.getURL('src/options/index.html') };
        // With Chrome's own `browser`, a listener returns a promise of its reply; the polyfill's calls the third argument.
        const { results } = chrome.runtime.onMessage.dispatch(message, sender, resolve);
        for (const result of results) if (result instanceof Promise) result.then(resolve);
      }),
    { intent, input },
  );
  if (reply.ok) return reply.answer;
  throw new Error(`The worker did not do "${intent}": ${reply.detail}`);
}
