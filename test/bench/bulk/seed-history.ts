import type { Page } from 'playwright-core';
import type { Pin } from '../../../src/pins/board/pin.ts';
import type { Newest } from '../../../src/pins/queue/newest.ts';
import type { PinRequest } from '../../../src/pins/queue/request.ts';
import { makeRequest } from '../../pins/make-request.ts';
import { type BulkMessage, bulkDays } from './bulk-messages.ts';

const dayMs = 24 * 60 * 60_000;
/** The number of messages whose rows are written in one transaction. */
const batchSize = 5_000;

type Rows = Readonly<Record<string, readonly object[]>>;

/** Puts rows into the stores of the extension's database. The rows go to the page as one text, which is much faster. */
const putRows = (page: Page, rows: Rows): Promise<void> =>
  page.evaluate(
    (json) =>
      new Promise<void>((resolve, reject) => {
        const rowsByStore: Record<string, object[]> = JSON.parse(json);
        const opening = indexedDB.open('pushpin');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(Object.keys(rowsByStore), 'readwrite', { durability: 'relaxed' });
          for (const [store, rows] of Object.entries(rowsByStore)) {
            for (const row of rows) transaction.objectStore(store).put(row);
          }
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => resolve();
          database.close();
        };
      }),
    JSON.stringify(rows),
  );

/** Writes for each message a gesture's request that was accepted, and what is known of its pin. */
export async function seedHistory(
  page: Page,
  account: Pick<PinRequest, 'accountId' | 'accountName' | 'providerId'>,
  messages: readonly BulkMessage[],
): Promise<void> {
  const now = Date.now();
  const requests = messages.map((address, index): PinRequest => {
    // The messages were pinned one second after another, the last one just now.
    const settledAt = now - (messages.length - index) * 1_000;
    return makeRequest({
      ...{ ...account, address, id: `seed-${index}`, sequence: index + 1, days: bulkDays, state: 'settled', tries: 1 },
      ...{ createdAt: settledAt - 100, settledAt, before: null, seen: true },
      outcome: { kind: 'accepted', receipt: { name: 'trace', value: `seed-${index}` } },
    });
  });
  const newest = requests.map(({ id, messageKey }): Newest => ({ id: messageKey, requestId: id }));
  const pins = requests.map(({ messageKey, accountId, providerId, address, settledAt }): Pin => {
    const pinnedAt = settledAt ?? now;
    return {
      ...{ id: messageKey, accountId, providerId, address, label: '', state: 'pinned', confirmedAt: null, keep: false },
      ...{ pinnedAt, expiresAt: pinnedAt + bulkDays * dayMs },
    };
  });
  for (let start = 0; start < messages.length; start += batchSize) {
    const batch = <Row>(rows: readonly Row[]) => rows.slice(start, start + batchSize);
    await putRows(page, { requests: batch(requests), newest: batch(newest), pins: batch(pins) });
  }
  // The time of the last pruning is now, so that the worker does not prune these rows while it is measured.
  const bookkeeping = [
    { id: 'sequence', value: messages.length },
    { id: 'prunedAt', value: now },
  ];
  await putRows(page, { bookkeeping });
}
