import { describe, expect, it } from 'vitest';
import {
  emptyLine,
  isReadToEnd,
  type Line,
  laneToRead,
  nextInLine,
  readOn,
  unreadLine,
  updateLine,
} from '../../../src/pins/queue/line.ts';
import type { PinRequest } from '../../../src/pins/queue/request.ts';
import { queuedTurn, waitingTurn } from '../../../src/pins/queue/request-states.ts';
import { type StoredRows, storeGuards } from '../../../src/pins/queue/stores.ts';
import { makeRequest } from '../make-request.ts';
import { createMemoryDisk } from './memory-disk.ts';

const request = (sequence: number, lane: string, parts: Partial<PinRequest> = {}): PinRequest =>
  makeRequest({ id: `r${sequence}`, sequence, turn: queuedTurn(sequence), lane, ...parts });
const idsOf = ({ requests }: Line) => requests.map(({ id }) => id);

async function diskOf(requests: readonly PinRequest[]) {
  const disk = createMemoryDisk<StoredRows>(storeGuards);
  await disk.write(async (stores) => {
    for (const each of requests) stores.requests.put(each);
  });
  return disk;
}

describe('what is remembered of a line', () => {
  it('a line remembers 50 requests of a chat, and knows that more are on disk', async () => {
    const disk = await diskOf(Array.from({ length: 300 }, (_, index) => request(index, index < 290 ? 'A' : 'B')));
    const line = unreadLine('support', '');
    while (!nextInLine(line, new Set(['A']), 0)) await disk.read((stores) => readOn(line, stores));
    expect(line.requests.filter(({ lane }) => lane === 'A')).toHaveLength(50);
    expect(nextInLine(line, new Set(['A']), 0)?.id).toBe('r290');
    expect(laneToRead(line, new Set())).toBeUndefined();
    line.requests = line.requests.filter(({ lane }) => lane !== 'A');
    expect(laneToRead(line, new Set())).toBe('A');
    await disk.read((stores) => readOn(line, stores, 'A'));
    expect(nextInLine(line, new Set(), 0)?.id).toBe('r50');
  });

  it('a line remembers 1,000 requests at most, however many are enqueued while it is remembered as a whole', () => {
    const line = emptyLine('support', '');
    let longest = 0;
    for (let sequence = 1; sequence <= 3_000; sequence += 1) {
      updateLine(line, request(sequence, `chat ${sequence % 999}`));
      longest = Math.max(longest, line.requests.length);
    }
    expect([longest <= 1_000, isReadToEnd(line), line.requests[0]?.id]).toEqual([true, false, 'r1']);
  });

  it('a line of 3,000 requests in five chats that are all busy is read to its end, and little of it is remembered', async () => {
    const disk = await diskOf(Array.from({ length: 3_000 }, (_, index) => request(index, `chat ${index % 5}`)));
    const line = unreadLine('support', '');
    const busyLanes = new Set(Array.from({ length: 5 }, (_, index) => `chat ${index}`));
    while (!isReadToEnd(line)) {
      await disk.read((stores) => readOn(line, stores));
      expect(nextInLine(line, busyLanes, 0)).toBeUndefined();
    }
    expect([line.requests.length, line.cutLanes.size]).toEqual([250, 5]);
  }, 30_000);
});

describe('a line follows what is written', () => {
  it('a request that moves to the front, or leaves the line, does so in memory too', () => {
    const line = emptyLine('support', '');
    for (const sequence of [1, 2, 3]) updateLine(line, request(sequence, `chat ${sequence}`));
    updateLine(line, request(3, 'chat 3', { turn: queuedTurn(9, 'first') }));
    updateLine(line, request(1, 'chat 1', { state: 'sending', turn: null, callStartedAt: 1 }));
    updateLine(line, request(2, 'chat 2', { state: 'waiting', turn: waitingTurn(5), dueAt: 5 }));
    expect(idsOf(line)).toEqual(['r3', 'r2']);
  });

  it('a request behind what was read is left to be read later', async () => {
    const disk = await diskOf(Array.from({ length: 150 }, (_, index) => request(index, `chat ${index}`)));
    const line = unreadLine('support', '');
    await disk.read((stores) => readOn(line, stores));
    updateLine(line, request(500, 'chat 500'));
    expect([line.requests.length, line.requests.at(-1)?.id]).toEqual([100, 'r99']);
  });

  it('a request that waits is not sent before it is due, and nothing behind it is', () => {
    const line = emptyLine('support', '');
    for (const dueAt of [20, 30]) {
      const waiting = { state: 'waiting', dueAt, turn: waitingTurn(dueAt), pausedAt: 1 } as const;
      updateLine(line, request(dueAt, `chat ${dueAt}`, waiting));
    }
    expect([nextInLine(line, new Set(['chat 20']), 10)?.id, nextInLine(line, new Set(['chat 20']), 30)?.id]).toEqual([
      'r20',
      'r30',
    ]);
  });
});
