import type { Upgrade } from './database';
import { putRows, readRows } from './idb-promises';

/** The parts of a request of version 2 that this migration reads. */
interface OldRequest {
  id: string;
  accountId: string;
  provider: string;
  action: 'pin' | 'unpin';
  days: number;
  address: { messageId: string; chat: string | null };
  state: string;
  dueAt: number | null;
  settledAt: number | null;
  outcome: { kind: string } | null;
}

/** An entry of the store `board` of version 2, which named the newest request for a message. */
interface OldEntry {
  requestId: string;
  accountId: string;
  address: OldRequest['address'];
  askedAt: number;
}

interface PinRow {
  id: string;
  accountId: string;
  providerId: string;
  address: OldRequest['address'];
  label: '';
  state: 'pinned' | 'unpinned' | 'unknown';
  pinnedAt: number | null;
  expiresAt: number | null;
  confirmedAt: null;
  keep: false;
}

const dayMs = 24 * 60 * 60_000;

/**
 * Migrates from version 2 to 3. Each request gets the keys of its message and its chat, the newest request for each
 * message moves from `board` to `newest`, and the outcomes for each message make its row in `pins`.
 */
export async function fillPins(transaction: Upgrade['transaction']): Promise<void> {
  const all = await readRows(transaction, 'requests');
  // Requests that have not ended come last.
  const endOf = ({ settledAt }: OldRequest): number => settledAt ?? Number.MAX_VALUE;
  const requests = all.filter(isReadable).sort((a, b) => endOf(a) - endOf(b));
  const pins = new Map<string, PinRow>();
  const migrated = requests.map((request) => {
    const keys = keysOf(request);
    const earlier = pins.get(keys.messageKey);
    const pin = pinAfter(earlier, request, keys.messageKey);
    if (pin) pins.set(pin.id, pin);
    const before = earlier ? { state: earlier.state, expiresAt: earlier.expiresAt } : null;
    const added = { previousId: null, undoes: null, undone: false, ...(pin ? { before } : {}) };
    return { ...request, ...keys, ...added, ...progressOf(request) };
  });

  const board = await readRows(transaction, 'board');
  // If two entries turn out to be about one message, the later one is kept.
  const entries = board.filter(isEntry).sort((a, b) => a.askedAt - b.askedAt);
  const newest = entries.map((entry) => ({ id: keysOf(entry).messageKey, requestId: entry.requestId }));

  putRows(transaction, { requests: migrated, pins: [...pins.values()], newest });
}

const hasAddress = (row: unknown): row is Pick<OldRequest, 'accountId' | 'address'> => {
  const { accountId, address } = (row ?? {}) as Partial<OldRequest>;
  return typeof accountId === 'string' && typeof address?.messageId === 'string';
};
const isReadable = (row: unknown): row is OldRequest => hasAddress(row) && 'action' in row && 'settledAt' in row;
const isEntry = (row: unknown): row is OldEntry => hasAddress(row) && 'requestId' in row && 'askedAt' in row;

/** Returns what version 3 added to queued requests and to those without an answer. */
function progressOf({ state, dueAt, outcome }: OldRequest) {
  return {
    ...(state === 'queued' && dueAt !== null ? { dueAt: dueAt - 2 ** 42 } : {}),
    ...(state === 'waiting' && outcome?.kind === 'unknown' ? { mayBeDone: true } : {}),
  };
}

/** Returns the pin row of a message after a request for it, or null where its outcome says nothing about the message. */
function pinAfter(earlier: PinRow | undefined, request: OldRequest, id: string): PinRow | null {
  const { accountId, provider, action, days, address, settledAt, outcome } = request;
  const row = { id, accountId, providerId: provider, address, label: '', confirmedAt: null, keep: false } as const;
  const unpinned = { state: 'unpinned', pinnedAt: null, expiresAt: null } as const;
  if (outcome?.kind === 'unknown') return { ...(earlier ?? { ...row, ...unpinned }), state: 'unknown' };
  if (outcome?.kind !== 'accepted' || settledAt === null) return null;
  if (action === 'unpin') return { ...row, ...unpinned };
  return { ...row, state: 'pinned', pinnedAt: settledAt, expiresAt: settledAt + days * dayMs };
}

/** Returns the keys of a message and its chat as version 3 made them. */
function keysOf({ accountId, address }: Pick<OldRequest, 'accountId' | 'address'>) {
  const [, inKey = null, idInKey] = /^(?:true|false)_([^_]+)_([^_]+)/.exec(address.messageId) ?? [];
  const id = idInKey ?? address.messageId;
  const written = address.chat ?? inKey;
  const chat = written === null ? '' : chatOf(written);
  const isUniqueId = /^(?=.*\d)(?=.*[a-f])[0-9a-f]{16,40}$/i.test(id);
  return { messageKey: [accountId, isUniqueId ? '' : chat, id].join('\n'), lane: [accountId, chat || id].join('\n') };
}

function chatOf(written: string): string {
  const jid = written
    .replace(/:\d+(?=@)/, '')
    .replace(/@s\.whatsapp\.net$/, '@c.us')
    .replace(/^(\d+)-group$|^(\d+-\d+)$/, '$1$2@g.us')
    .replace(/^\d+$/, '$&@c.us');
  return jid.replace(/^(55\d\d)9([6-9]\d{7}@c\.us)$/, '$1$2');
}
