/** The thread that reads and plans for the page, which stays responsive meanwhile. */
import { createReader, type Numbered, type ReaderOrder, type ReaderReport } from './reader';

const reader = createReader();

addEventListener('message', ({ data: { order, message } }: MessageEvent<Numbered<ReaderOrder>>) => {
  const report = (answer: ReaderReport) => postMessage({ order, message: answer } satisfies Numbered<ReaderReport>);
  // The page gets an event for an error, but not for a rejected promise.
  reader.answer(message, report).catch(reportError);
});
