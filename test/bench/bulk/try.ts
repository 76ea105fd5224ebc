// Times a run of the built extension beside bare fetches, once or several times in alternation:
//   npx tsx test/bench/bulk/try.ts COUNT [none|popup|pins] [ROUNDS] [FOLDER OF THE EXTENSION]
import { fetchAll } from './bare-fetches.ts';
import { startBulkBed } from './bulk-bed.ts';
import { bulkMessages, pinRequestOf } from './bulk-messages.ts';
import { timeRun } from './time-run.ts';
import { openWatcher, type Watcher } from './watching-page.ts';

const [count = '1000', watcher = 'none', rounds = '3', extension] = process.argv.slice(2);
const messages = bulkMessages(Number(count), 200);
const requests = messages.map(pinRequestOf);
const bed = await startBulkBed(extension === undefined ? {} : { extension });
try {
  for (let round = 1; round <= Number(rounds); round += 1) {
    await bed.reset();
    const bareMs = await fetchAll(bed.page, requests);
    await bed.reset();
    const watching = await openWatcher(bed.pushpin, watcher as Watcher);
    const { totalMs, submitMs } = await timeRun(bed.page, messages, bed.answeredCount);
    await watching?.close();
    const ratio = (totalMs / bareMs).toFixed(2);
    console.log(
      `${count} pins, ${watcher}, round ${round}: ${ratio} = ${totalMs} ms (${submitMs} of it until all were queued)` +
        ` / ${bareMs.toFixed(0)} ms of bare fetches`,
    );
  }
} finally {
  await bed.close();
}
