import type { BrowserContext } from 'playwright-core';

/** A DevTools session of a page or worker, beside the one that Playwright has. */
export interface TargetSession {
  send<Result>(method: string, parameters?: object): Promise<Result>;
  detach(): Promise<void>;
}

interface Reply {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/**
 * Attaches to the first target of that type whose address begins with `url`. Playwright has no sessions for workers, so the
 * messages to the target are wrapped in messages to the browser.
 */
export async function attachToTarget(
  context: BrowserContext,
  type: 'page' | 'service_worker',
  url: string,
): Promise<TargetSession> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('This Chromium has no DevTools session of its own.');
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type }] });
  const target = targetInfos.find((info) => info.url.startsWith(url));
  if (!target) throw new Error(`There is no ${type} at ${url}`);
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  const onReply = new Map<number, (reply: Reply) => void>();
  browser.on('Target.receivedMessageFromTarget', ({ message }) => {
    const reply = JSON.parse(message) as Reply;
    if (reply.id !== undefined) onReply.get(reply.id)?.(reply);
  });
  let lastId = 0;

  return {
    send<Result>(method: string, params: object = {}) {
      lastId += 1;
      const id = lastId;
      return new Promise<Result>((resolve, reject) => {
        onReply.set(id, ({ result, error }) => {
          onReply.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result as Result);
        });
        browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
      });
    },
    detach: () => browser.detach(),
  };
}
