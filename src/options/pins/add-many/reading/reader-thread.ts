import type { Numbered, ReaderOrder, ReaderReport } from './reader';

export interface ReaderThread {
  /** Gives the thread an order. Reports for earlier orders are dropped from now on. */
  send(order: ReaderOrder): void;
  /** Ends the thread, also in the middle of an order. Nothing is reported afterwards. */
  end(): void;
}

/**
 * Starts the thread that reads for the page.
 * @param onError called if it cannot be started or has failed
 */
export function createReaderThread(onReport: (report: ReaderReport) => void, onError: () => void): ReaderThread {
  const thread = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' });
  let latest = 0;
  let hasEnded = false;
  thread.addEventListener('message', ({ data }: MessageEvent<Numbered<ReaderReport>>) => {
    if (!hasEnded && data.order === latest) onReport(data.message);
  });
  thread.addEventListener('error', () => {
    if (!hasEnded) onError();
  });
  return {
    send(message) {
      latest += 1;
      thread.postMessage({ order: latest, message } satisfies Numbered<ReaderOrder>);
    },
    end() {
      hasEnded = true;
      thread.terminate();
    },
  };
}
