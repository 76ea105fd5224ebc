import { identify } from '../../src/pins/queue/message-key.ts';
import type { PinRequest, Wish } from '../../src/pins/queue/request.ts';
import { isUnsent, queuedTurn, waitingTurn } from '../../src/pins/queue/request-states.ts';

/** Returns a wish, of which only the given parts matter. */
export const makeWish = (parts: Partial<Wish> = {}): Wish => ({
  accountId: 'support',
  accountName: 'Support',
  providerId: 'z-api',
  action: 'pin',
  days: 7,
  address: { messageId: '3EB0796DC6B777C0C7CD', chat: '5511999999999' },
  ...parts,
});

/** Returns a request on disk, queued by default, of which only the given parts matter. */
export const makeRequest = (parts: Partial<PinRequest> = {}): PinRequest => ({
  ...makeWish(),
  id: 'r1',
  ...identify(makeWish(parts)),
  previousId: null,
  undoes: null,
  undone: false,
  run: '',
  createdAt: 1_000,
  state: 'queued',
  sequence: 1,
  turn: turnOf(parts),
  dueAt: null,
  tries: 0,
  callStartedAt: null,
  settledAt: null,
  outcome: null,
  seen: false,
  ...parts,
});

function turnOf({ state = 'queued', dueAt, sequence = 1 }: Partial<PinRequest>): PinRequest['turn'] {
  if (!isUnsent({ state })) return null;
  return typeof dueAt === 'number' ? waitingTurn(dueAt) : queuedTurn(sequence);
}
