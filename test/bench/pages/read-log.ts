import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { atMost, type BenchRow } from '../bench-row.ts';
import { type Measure, measureInTurn } from '../measure-in-turn.ts';

const megabyte = 1_000_000;
const referenceCount = 1_000;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * Creates a log of that many megabytes with a thousand references in each: webhooks of Z-API and Periskope between the
 * ordinary lines of a server.
 */
export function createLog(megabytes: number): string {
  const count = megabytes * referenceCount;
  const entryLength = megabyte / referenceCount;
  return Array.from({ length: count }, (_, index) => logEntry(index, entryLength)).join('');
}

/** One webhook, and after it ordinary lines up to that length. */
function logEntry(index: number, length: number): string {
  const time = `2026-08-02T14:${twoDigits(Math.floor(index / 60) % 60)}:${twoDigits(index % 60)}Z`;
  const id = `3EB0${((index + 1) * 2_654_435_761).toString(16).toUpperCase().padStart(18, '0')}`;
  const phone = `55119${String(80_000_000 + (index % 200) * 7_919)}`;
  const webhook =
    index % 2 === 0
      ? `${time} INFO webhook {"type":"ReceivedCallback","messageId":"${id}","phone":"${phone}","fromMe":false}\n`
      : `${time} INFO webhook {"event":"message.created","data":{"message_id":"true_${phone}@c.us_${id}"}}\n`;
  const line = `${time} DEBUG GET /api/tickets/${index}?page=2 200 in ${index % 90} ms, 1432 bytes, agent "support-${index % 12}"\n`;
  return (webhook + line.repeat(Math.ceil(length / line.length))).slice(0, length - 1).concat('\n');
}

interface Reader {
  findReferences(text: string): readonly unknown[];
}

/** Returns how long the work takes, in ms. */
function timeOf(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

export const readLog: BenchRow = {
  number: 6,
  work: 'Reading 1 MB of log with 1 000 references',
  beside: '`/[0-9A-F]{16,40}/g` over the same text',
  async measure({ reader }) {
    const { findReferences }: Reader = await import(pathToFileURL(join(reader, 'reader.mjs')).href);
    const text = createLog(1);
    const longText = createLog(8);
    const foundCount = findReferences(text).length;
    if (foundCount !== referenceCount)
      throw new Error(`The reader found ${foundCount} of ${referenceCount} references`);
    const timeReading =
      (log: string): Measure =>
      () =>
        timeOf(() => findReferences(log));
    const match: Measure = () => timeOf(() => Array.from(text.matchAll(/[0-9A-F]{16,40}/g)));
    return [
      {
        name: '1 MB',
        unit: 'ms',
        limit: atMost(6),
        pairs: await measureInTurn(timeReading(text), match, { rounds: 20, discardedRounds: 4 }),
      },
      {
        name: '8 MB beside 1 MB',
        unit: 'ms',
        limit: atMost(8.5),
        pairs: await measureInTurn(timeReading(longText), timeReading(text), { rounds: 9 }),
      },
    ];
  },
  // Reads a text of one megabyte twice, and one of eight three times.
  async slowDown({ reader }) {
    await rename(join(reader, 'reader.mjs'), join(reader, 'original.mjs'));
    const slowed = `import * as original from './original.mjs';
export function findReferences(text) {
  for (let length = ${megabyte}; length <= text.length; length *= 8) original.findReferences(text);
  return original.findReferences(text);
}
`;
    await writeFile(join(reader, 'reader.mjs'), slowed);
  },
};
