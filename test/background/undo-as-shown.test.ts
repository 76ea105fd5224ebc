import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { intents } from '../../src/background/handlers/index.ts';
import { queue, requestQueries } from '../../src/background/services.ts';
import type { UndoOffer } from '../../src/pins/board/undo-offer.ts';
import { viewOfRequest } from '../../src/pins/queue/request-view.ts';
import { createLocks } from '../fake-locks.ts';
import { makeRequest } from '../pins/make-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
vi.stubGlobal('navigator', { onLine: false, locks: createLocks() });
afterEach(() => vi.restoreAllMocks());

const pin: UndoOffer = { kind: 'pin', days: 30, remainingMs: 1 };
const unpin: UndoOffer = { kind: 'unpin' };

/** Undoes a request. `shown` is the action on the screen, `undoOffer` the one that would undo the request now. */
async function undo(shown: 'pin' | 'unpin', undoOffer: UndoOffer | null): Promise<unknown[]> {
  const view = viewOfRequest(makeRequest({ action: 'pin', days: 7 }), null, { pinnedUntil: null, undoOffer });
  vi.spyOn(requestQueries, 'views').mockResolvedValue([view]);
  const enqueue = vi.spyOn(queue, 'enqueue').mockResolvedValue(['new']);
  const { kind } = await intents.repeat.handle({ id: view.id, as: shown });
  return [kind, ...enqueue.mock.calls.flatMap(([wishes]) => wishes.map(({ action, days }) => `${action} ${days}`))];
}

it.each([
  ['pin', pin, ['enqueued', 'pin 30']],
  ['unpin', unpin, ['enqueued', 'unpin 7']],
] as const)('an Undo that was shown as %s does that', async (shown, undoOffer, expected) =>
  expect(await undo(shown, undoOffer)).toEqual(expected),
);

it.each([
  ['pin', unpin],
  ['unpin', pin],
  ['unpin', { kind: 'pin-again' }],
  ['pin', null],
] as const)(
  'an Undo that was shown as %s sends nothing if another action would undo the request now',
  async (shown, undoOffer) => expect(await undo(shown, undoOffer)).toEqual(['overtaken']),
);
