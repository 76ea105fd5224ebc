import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { failure } from '../../../src/providers/index.ts';
import { makeWish } from '../make-request.ts';
import { accepted, createMachine, emptyDisk, type OpenCall, settled, startWorker } from './killable-worker.ts';
import { randomFrom } from './seeded-random.ts';

beforeEach(() => emptyDisk(createMachine()));

/** A call on its way: there when it arrives, back when its answer is. */
interface OnTheWay {
  call: OpenCall;
  sentAt: number;
  at: number;
}

// The provider as test/simulator has it: a window that opens with its first call, and ends, in its headers, rounded up.
const [limit, windowMs, oneWay] = [10, 2_000, 3];

it.each([0, 4_321])(
  '200 requests at 10 in 2 s take what 10 in 2 s allow, with at most one 429; clock ahead %s ms',
  async (ahead) => {
    const machine = createMachine();
    const random = randomFrom(5);
    machine.now = 1_737_530_179_345;
    const { queue, requestQueries } = startWorker(machine, random);
    await queue.enqueue(
      Array.from({ length: 200 }, (_, at) =>
        makeWish({ address: { messageId: `M${at}`, chat: `55119000000${at % 40}` } }),
      ),
    );
    const startedAt = machine.now;
    const window = { end: 0, taken: 0 };
    const onTheWay: OnTheWay[] = [];
    let refused = 0;

    const answer = ({ call, sentAt, at }: OnTheWay): void => {
      const arrived = sentAt + oneWay + ahead;
      if (arrived >= window.end) Object.assign(window, { end: arrived + windowMs, taken: 0 });
      window.taken += 1;
      const isRefused = window.taken > limit;
      if (isRefused) refused += 1;
      const remaining = Math.max(0, limit - window.taken);
      const resetAt = Math.ceil(window.end / 1_000) * 1_000;
      const answeredAt = Math.floor(arrived / 1_000) * 1_000;
      const reading = { limit, remaining, resetAt, answeredAt, isRefused, sentAt, receivedAt: at };
      const until = at + resetAt - answeredAt;
      call.answer(isRefused ? failure('rate-limited', 'limit', { status: 429, until }) : accepted, reading);
    };

    for (let turn = 0; turn < 2_000 && (await requestQueries.countOpen()) > 0; turn += 1) {
      await settled();
      const isNew = (call: OpenCall) => !onTheWay.some((each) => each.call === call);
      for (const call of machine.calls.filter(isNew)) {
        onTheWay.push({ call, sentAt: machine.now, at: machine.now + 2 * oneWay + random() });
      }
      onTheWay.sort((a, b) => a.at - b.at);
      const [next] = onTheWay;
      if (next && (machine.alarm === null || next.at <= machine.alarm || machine.alarm <= machine.now)) {
        onTheWay.shift();
        machine.now = Math.max(machine.now, next.at);
        answer(next);
      } else {
        machine.now = machine.alarm ?? machine.now;
        void queue.wake();
      }
    }

    const requests = await machine.disk.read((stores) => stores.requests.all());
    expect(requests.filter(({ state }) => state === 'settled')).toHaveLength(200);
    expect(refused).toBeLessThanOrEqual(1);
    expect((200 / limit) * windowMs).toBeGreaterThan(0.95 * (machine.now - startedAt));
  },
);
