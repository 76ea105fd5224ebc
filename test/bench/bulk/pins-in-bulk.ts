import { atMost, type BenchRow, type Comparison, type Pair } from '../bench-row.ts';
import { prependToWorker } from '../change-build.ts';
import { median } from '../summarize.ts';
import { fetchAll } from './bare-fetches.ts';
import { type BulkBed, startBulkBed } from './bulk-bed.ts';
import { bulkMessages, pinRequestOf } from './bulk-messages.ts';
import { loopPeriskopeClient, loopZApiClient } from './client-loops.ts';
import { type OpenPage, openInFront } from './open-page.ts';
import { timePopupList } from './time-popup-list.ts';
import { timeRun } from './time-run.ts';

const chatCount = 200;
const smallCount = 1_000;
const largeCount = 10_000;
/** Each bare fetch and each turn of a loop takes as long as the others, so fewer of them are enough. */
const fetchCount = 500;
const loopCount = 100;
const rounds = 3;

const openPages: readonly OpenPage[] = ['no page', 'popup', 'Options → Pins'];
const limits: Readonly<Record<OpenPage, number>> = { 'no page': 1.15, popup: 1.25, 'Options → Pins': 1.25 };

const nameOf = (count: number, openPage: OpenPage): string =>
  `${count.toLocaleString('en')} pins, ${openPage === 'no page' ? 'no page' : `${openPage} open`}`;

/** Sends a run and returns the time per pin in ms. */
async function runPins(bed: BulkBed, count: number, openPage: OpenPage): Promise<number> {
  await bed.reset();
  const opened = await openInFront(bed.pushpin, openPage);
  const { totalMs } = await timeRun(bed, bulkMessages(count, chatCount));
  await opened?.close();
  return totalMs / count;
}

/** Sends a list from the popup and returns the time per pin in ms. */
async function listPins(bed: BulkBed): Promise<number> {
  await bed.reset();
  return (await timePopupList(bed, bulkMessages(smallCount, chatCount))) / smallCount;
}

/** Returns the time per bare fetch in ms. */
async function fetchPins(bed: BulkBed): Promise<number> {
  await bed.reset();
  return (await fetchAll(bed.page, bulkMessages(fetchCount, chatCount).map(pinRequestOf))) / fetchCount;
}

/**
 * Measures in turn with bare fetches. A run of 10 000 takes most of a minute, so it is measured once for each page, between
 * bare fetches before and after it, whose mean it is compared with.
 */
async function measureAll(bed: BulkBed): Promise<Comparison[]> {
  const small = new Map<OpenPage, Pair[]>(openPages.map((openPage) => [openPage, []]));
  const list: Pair[] = [];
  const periskopeLoop: Pair[] = [];
  const zApiLoop: Pair[] = [];
  const loopMessages = bulkMessages(loopCount, chatCount);
  for (let round = 0; round < rounds; round += 1) {
    for (const openPage of openPages) {
      small.get(openPage)?.push({ work: await runPins(bed, smallCount, openPage), beside: await fetchPins(bed) });
    }
    list.push({ work: await listPins(bed), beside: await fetchPins(bed) });
    await bed.reset();
    // The time of a run does not depend on its provider, so both loops are compared with the run at Periskope.
    const work = small.get('no page')?.at(-1)?.work ?? Number.NaN;
    const periskope = await loopPeriskopeClient(bed.simulator, loopMessages);
    periskopeLoop.push({ work, beside: periskope.durationMs / loopCount });
    const zApi = await loopZApiClient(bed.simulator, loopMessages);
    zApiLoop.push({ work, beside: zApi.durationMs / loopCount });
  }

  const large = new Map<OpenPage, Pair>();
  for (const openPage of openPages) {
    const before = await fetchPins(bed);
    const work = await runPins(bed, largeCount, openPage);
    large.set(openPage, { work, beside: (before + (await fetchPins(bed))) / 2 });
  }

  const unit = 'ms a pin';
  const growth = openPages.map((openPage) => ({
    work: large.get(openPage)?.work ?? Number.NaN,
    beside: median((small.get(openPage) ?? []).map(({ work }) => work)),
  }));
  return [
    ...openPages.map((openPage) => ({
      ...{
        name: nameOf(smallCount, openPage),
        unit,
        limit: atMost(limits[openPage]),
        pairs: small.get(openPage) ?? [],
      },
    })),
    { name: `${smallCount.toLocaleString('en')} pins, listed in the popup`, unit, limit: atMost(1.25), pairs: list },
    ...[...large].map(([openPage, pair]) => ({
      ...{ name: nameOf(largeCount, openPage), unit, limit: atMost(limits[openPage]), pairs: [pair] },
    })),
    { name: '10,000 pins beside 1,000', unit, limit: atMost(1.1), pairs: growth },
    { name: 'Periskope’s client in a plain loop', unit, limit: atMost(1 / 5), pairs: periskopeLoop },
    { name: 'z-api-sdk in a plain loop', unit, limit: atMost(1 / 5), pairs: zApiLoop },
  ];
}

/** Keeps the worker busy before each call. The more calls the worker has made, the longer this takes. */
const busyMoreAndMore = `{
  const { fetch } = globalThis;
  let count = 0;
  globalThis.fetch = (...input) => {
    count += 1;
    for (const end = performance.now() + 6 + count / 1_000; performance.now() < end; );
    return fetch(...input);
  };
}`;

export const pinsInBulk: BenchRow = {
  number: 4,
  work: 'Pins in 200 chats, each answered after 20 ms',
  beside: 'six bare fetches in parallel; official clients in a plain loop',
  async measure({ pushpin: extension }) {
    const bed = await startBulkBed({ extension });
    try {
      return await measureAll(bed);
    } finally {
      await bed.close();
    }
  },
  slowDown: ({ pushpin }) => prependToWorker(pushpin, busyMoreAndMore),
};
