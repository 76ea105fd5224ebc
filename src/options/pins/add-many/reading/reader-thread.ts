import type { Order, Report } from './reader';

export interface ReaderThread {
  /** What earlier orders are still answered with is no longer heard. */
  send(order: Order extends infer Each ? Omit<Each, 'turn'> : never): void;
}

/** The thread that reads for the page. @param broken called where it cannot be started or has come to an end */
export function createReaderThread(heard: (report: Report) => void, broken: () => void): ReaderThread {
  const thread = new Worker(new URL('./reader.ts', import.meta.url), { type: 'module' });
  let turn = 0;
  thread.addEventListener('message', ({ data }: MessageEvent<Report & { turn: number }>) => {
    if (data.turn === turn) heard(data);
  });
  thread.addEventListener('error', broken);
  return {
    send(order) {
      turn += 1;
      thread.postMessage({ ...order, turn });
    },
  };
}
