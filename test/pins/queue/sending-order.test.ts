import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type StoredRows, storeGuards } from '../../../src/pins/queue/stores.ts';
import { seed } from '../../seed.ts';
import { makeWish } from '../make-request.ts';
import { accepted, settled } from './killable-worker.ts';
import { createMemoryDisk } from './memory-disk.ts';
import { randomFrom } from './seeded-random.ts';
import { useKillableWorker } from './use-killable-worker.ts';

const { machine, worker, enqueue } = useKillableWorker(() => createMemoryDisk<StoredRows>(storeGuards));

interface Message {
  messageId: string;
  chat: string;
}

/** Sends messages in the order of asking, ten at a time, and one of a chat at a time. */
function createModel() {
  const waiting: Message[] = [];
  const calling: Message[] = [];
  return {
    calling,
    add: (messages: readonly Message[]) => void waiting.push(...messages),
    end: (index: number) => void calling.splice(index, 1),
    claim() {
      for (;;) {
        const next = waiting.findIndex(({ chat }) => calling.every((call) => call.chat !== chat));
        if (next < 0 || calling.length === 10) return;
        calling.push(...waiting.splice(next, 1));
      }
    },
  };
}

/** The chats of a queue as blocks: so many messages in a row are spread over so many chats. */
const blocks = fc.array(
  fc.record({ length: fc.integer({ min: 1, max: 160 }), chats: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 1, maxLength: 4 },
);

it(`random queues are sent in the order of a simple model (SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(blocks, fc.integer({ min: 1, max: 2 ** 30 }), async (queue, randomSeed) => {
      const random = randomFrom(randomSeed);
      machine.disk = createMemoryDisk<StoredRows>(storeGuards);
      machine.calls.splice(0);
      worker.restart();
      const model = createModel();
      const run = await worker.queue.startRun('');
      let count = 0;
      const ask = async ({ length, chats }: { length: number; chats: number }) => {
        const messages = Array.from({ length }, () => {
          count += 1;
          return { messageId: `M${count}`, chat: `chat ${Math.floor(random() ** 3 * chats)}` };
        });
        await enqueue(
          messages.map((address) => makeWish({ address })),
          run,
        );
        model.add(messages);
      };
      const [last, ...first] = queue.reverse();
      for (const block of first) await ask(block);
      await worker.queue.setRun(run, 'running');
      await settled();
      for (let step = 0; step < 2_000; step += 1) {
        // The last messages are asked for while the others are being sent.
        if (step === 20 && last) await ask(last);
        model.claim();
        expect(machine.calls.map(({ request }) => request.address)).toEqual(model.calling);
        if (model.calling.length === 0 && step > 20) break;
        if (model.calling.length === 0) continue;
        const index = Math.floor(random() * model.calling.length);
        machine.calls[index]?.answer(accepted);
        model.end(index);
        await settled();
      }
      expect(await worker.requestQueries.countOpen()).toBe(0);
    }),
    { numRuns: 12, seed },
  );
}, 120_000);
