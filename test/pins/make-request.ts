import { identify } from '../../src/pins/queue/message-key.ts';
import type { PinRequest, Wish } from '../../src/pins/queue/request.ts';
import { placeInLine } from '../../src/pins/queue/request-states.ts';

/** What a gesture asks for, of which only the named parts matter. */
export const makeWish = (parts: Partial<Wish> = {}): Wish => ({
  accountId: 'support',
  accountName: 'Support',
  providerId: 'z-api',
  action: 'pin',
  days: 7,
  address: { messageId: '3EB0796DC6B777C0C7CD', chat: '5511999999999' },
  ...parts,
});

/** A request on disk, of which only the named parts matter. */
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
  dueAt: placeInLine(1_000),
  tries: 0,
  lease: null,
  settledAt: null,
  outcome: null,
  seen: false,
  ...parts,
});
