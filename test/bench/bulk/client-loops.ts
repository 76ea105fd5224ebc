import { PeriskopeApi } from '@periskope/periskope-client';
import { ZAPI } from 'z-api-sdk';
import type { Simulator } from '../../simulator/index.ts';
import { type BulkMessage, bulkDays } from './bulk-messages.ts';

/** The result of a plain loop, which makes one call after the other in Node, as the clients' own examples show. */
export interface LoopResult {
  durationMs: number;
  /** The number of calls that the provider refused, such as those over the limit. */
  refusedCount: number;
}

async function loop(messages: readonly BulkMessage[], pin: (message: BulkMessage) => Promise<boolean>) {
  let refusedCount = 0;
  const startedAt = performance.now();
  for (const message of messages) if (!(await pin(message))) refusedCount += 1;
  return { durationMs: performance.now() - startedAt, refusedCount };
}

/** Pins the messages with Periskope's official client. */
export function loopPeriskopeClient(simulator: Simulator, messages: readonly BulkMessage[]): Promise<LoopResult> {
  const { apiKey, phone } = simulator.credentials.periskope;
  const client = new PeriskopeApi({ authToken: apiKey, phone });
  // The client knows no address but Periskope's own, and no option changes it. Its HTTP library calls this before each call.
  const { use }: { use(middleware: object): void } = Reflect.get(client, 'apiClient');
  use({
    async onRequest({ request }: { request: Request }) {
      const { pathname, search } = new URL(request.url);
      const { method, headers } = request;
      return new Request(`${simulator.url}${pathname}${search}`, { method, headers, body: await request.text() });
    },
  });
  return loop(messages, async ({ messageId }) => {
    // The client's types lack `time`, but the client passes the body through.
    const { status } = await client.message.pin({ ...{ time: bulkDays }, message_id: messageId, pin: true });
    return status === 204;
  });
}

/** Pins the messages with the client for Z-API, which throws if the provider refuses a call. */
export function loopZApiClient(simulator: Simulator, messages: readonly BulkMessage[]): Promise<LoopResult> {
  const { instanceId, instanceToken, clientToken } = simulator.credentials.zApi;
  const client = new ZAPI({ instanceId, token: instanceToken, clientToken, baseURL: simulator.url });
  return loop(messages, async ({ messageId, chat }) => {
    await client.messages.pin({
      phone: chat.replace('@c.us', ''),
      messageId: messageId.split('_')[2] ?? '',
      messageAction: 'pin',
      pinMessageDuration: '7_days',
    });
    return true;
  });
}
