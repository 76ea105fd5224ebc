import { parseArgs } from 'node:util';
import { fetchAll } from './bare-fetches.ts';
import { type BulkBed, startBulkBed } from './bulk-bed.ts';
import { type BulkMessage, bulkMessages, pinRequestOf } from './bulk-messages.ts';
import { type OpenPage, openInFront } from './open-page.ts';
import { timePopupList } from './time-popup-list.ts';
import { timeRun } from './time-run.ts';

const usage = `npm run bench:bulk -- COUNT [none|popup|pins|list] [ROUNDS] [--build FOLDER]

Times that many pins beside bare fetches, in turn:
  none   a run, with no page open
  popup  a run, with the popup open
  pins   a run, with Options → Pins open
  list   the popup's own list: pressed there, and the popup stays open
FOLDER is a built extension; without it, dist/ is taken.`;

const openPages: Readonly<Record<string, OpenPage>> = { none: 'no page', popup: 'popup', pins: 'Options → Pins' };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { build: { type: 'string' } } });
const [count = '', way = 'none', rounds = '3'] = positionals;
if (!Number(count) || !Number(rounds) || !(way in openPages || way === 'list')) {
  console.log(usage);
  process.exit(2);
}

async function timeWay(bed: BulkBed, messages: readonly BulkMessage[]) {
  const openPage = openPages[way];
  if (openPage === undefined) return { totalMs: await timePopupList(bed, messages), submitMs: 0 };
  const opened = await openInFront(bed.pushpin, openPage);
  const times = await timeRun(bed, messages);
  await opened?.close();
  return times;
}

const messages = bulkMessages(Number(count), 200);
const requests = messages.map(pinRequestOf);
const bed = await startBulkBed(values.build === undefined ? {} : { extension: values.build });
try {
  for (let round = 1; round <= Number(rounds); round += 1) {
    await bed.reset();
    const bareMs = await fetchAll(bed.page, requests);
    await bed.reset();
    const { totalMs, submitMs } = await timeWay(bed, messages);
    const queued = submitMs > 0 ? ` (${submitMs} of it until all were queued)` : '';
    const ratio = (totalMs / bareMs).toFixed(2);
    console.log(
      `${count} ${way}, round ${round}: ${ratio} = ${totalMs} ms${queued} / ${bareMs.toFixed(0)} ms of bare fetches`,
    );
  }
} finally {
  await bed.close();
}
