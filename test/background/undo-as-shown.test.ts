import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { intents } from '../../src/background/intents.ts';
import { ledger, outbox } from '../../src/background/sender.ts';
import { viewOfRequest } from '../../src/pins/request-view.ts';
import type { WayBack } from '../../src/pins/way-back.ts';
import { createLocks } from '../fake-locks.ts';
import { aRequest } from '../pins/a-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
vi.stubGlobal('navigator', { onLine: false, locks: createLocks() });
afterEach(() => vi.restoreAllMocks());

const pin: WayBack = { kind: 'pin', days: 30, leftMs: 1 };
const unpin: WayBack = { kind: 'unpin' };

/** What is asked for where the screen said the one, and the other is what undoes it by now. */
async function undo(shown: 'pin' | 'unpin', wayBack: WayBack | null): Promise<unknown[]> {
  const view = viewOfRequest(aRequest({ action: 'pin', days: 7 }), null, { pinnedUntil: null, wayBack });
  vi.spyOn(ledger, 'views').mockResolvedValue([view]);
  const enqueue = vi.spyOn(outbox, 'enqueue').mockResolvedValue(['new']);
  const { kind } = await intents.repeat.handle({ id: view.id, as: shown });
  return [kind, ...enqueue.mock.calls.flatMap(([wishes]) => wishes.map(({ action, days }) => `${action} ${days}`))];
}

it.each([
  ['pin', pin, ['enqueued', 'pin 30']],
  ['unpin', unpin, ['enqueued', 'unpin 7']],
] as const)('an Undo that was said to %s does', async (shown, wayBack, expected) =>
  expect(await undo(shown, wayBack)).toEqual(expected),
);

it.each([
  ['pin', unpin],
  ['unpin', pin],
  ['unpin', { kind: 'pin-again' }],
  ['pin', null],
] as const)('an Undo that was said to %s sends nothing else', async (shown, wayBack) =>
  expect(await undo(shown, wayBack)).toEqual(['overtaken']),
);
