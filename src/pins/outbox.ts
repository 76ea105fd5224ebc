import type { Table } from '../platform/table';
import { failure, type Outcome } from '../providers';
import { laneOf, type PinRequest, type Wish } from './pin-request';

/** What the outbox stands on; the worker gives the real ones, tests give their own. */
export interface OutboxParts {
  table: Table<PinRequest>;
  /** Makes one call to the provider. Whatever happens to it comes back as an outcome. */
  perform(request: PinRequest): Promise<Outcome>;
  /** Runs work alone under a name, in the order of asking. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
  now(): number;
  newId(): string;
  /** Called after every change on disk. */
  changed(): void;
}

/** The durable queue of pin requests. */
export interface Outbox {
  /** Writes the requests, all or none, then sends them without keeping the caller waiting. */
  enqueue(wishes: readonly Wish[]): Promise<PinRequest[]>;
  /** The newest requests, newest first. */
  latest(count: number): Promise<PinRequest[]>;
  /** What is queued or under way, newest first. */
  unsettled(): Promise<PinRequest[]>;
  get(id: string): Promise<PinRequest | undefined>;
  markSeen(ids: readonly string[]): Promise<void>;
  /** Sees to what an earlier worker left behind. Every other call waits for it. */
  recover(): Promise<void>;
}

export function createOutbox({ table, perform, alone, now, newId, changed }: OutboxParts): Outbox {
  let recovered: Promise<void> | undefined;
  let lastStamp = 0;
  /** What this worker has in hand: not an earlier worker's to clean up. */
  const inHand = new Set<string>();

  const stamp = (): number => {
    lastStamp = Math.max(now(), lastStamp + 1);
    return lastStamp;
  };

  const settle = async (id: string, outcome: Outcome): Promise<void> => {
    await table.update(id, (request) => ({ ...request, state: 'settled', settledAt: now(), outcome }));
    changed();
  };

  const send = (request: PinRequest): Promise<void> =>
    alone(laneOf(request), async () => {
      let claimed = false;
      const sending = await table.update(request.id, (current) => {
        claimed = current.state === 'queued';
        return claimed ? { ...current, state: 'sending' } : current;
      });
      if (!sending || !claimed) return;
      changed();
      await settle(request.id, await perform(sending));
    });

  // Where the disk refuses, the request stays as it was and the next call sees to it again.
  const drive = async (request: PinRequest): Promise<void> => {
    inHand.add(request.id);
    await send(request).catch(() => {
      recovered = undefined;
    });
    inHand.delete(request.id);
  };

  // A call that was under way when its worker ended may or may not have arrived; one that waited was never sent.
  const sweep = async (): Promise<void> => {
    const left = await Promise.all([table.inState('sending'), table.inState('queued')]);
    const [cut = [], waiting = []] = left.map((rows) => rows.filter(({ id }) => !inHand.has(id)));
    for (const { id } of cut) await settle(id, failure('unknown', 'interrupted'));
    for (const request of waiting.sort(oldestFirst)) void drive(request);
  };

  const recover = (): Promise<void> => {
    recovered ??= sweep().catch((error: unknown) => {
      recovered = undefined;
      throw error;
    });
    return recovered;
  };

  return {
    recover,
    async enqueue(wishes) {
      await recover();
      const requests = wishes.map(
        (wish): PinRequest => ({
          ...wish,
          id: newId(),
          createdAt: stamp(),
          state: 'queued',
          settledAt: null,
          outcome: null,
          seen: false,
        }),
      );
      await table.add(requests);
      changed();
      for (const request of requests) void drive(request);
      return requests;
    },
    async latest(count) {
      await recover();
      return table.newest(count);
    },
    async unsettled() {
      await recover();
      const both = await Promise.all([table.inState('queued'), table.inState('sending')]);
      return both.flat().sort((a, b) => oldestFirst(b, a));
    },
    async get(id) {
      await recover();
      return table.get(id);
    },
    async markSeen(ids) {
      for (const id of ids) await table.update(id, (request) => ({ ...request, seen: true }));
      changed();
    },
  };
}

const oldestFirst = (a: PinRequest, b: PinRequest): number => a.createdAt - b.createdAt;
