import type { Upgrade } from './database';

/** A request of version 2, as far as this migration reads it. */
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

/** An entry of the store `board` of version 2: it named the newest request for a message. */
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
 * From version 2 to 3: each request is told which message and chat it is about, the newest request for a message moves
 * from `board` to `newest`, and what the outcomes say of each message becomes its row in `pins`.
 */
export async function fillPins(transaction: Upgrade['transaction']): Promise<void> {
  const all: unknown[] = await transaction.objectStore('requests').getAll();
  // What has not ended comes last.
  const endOf = ({ settledAt }: OldRequest): number => settledAt ?? Number.MAX_VALUE;
  const requests = all.filter(isReadable).sort((a, b) => endOf(a) - endOf(b));
  const pins = new Map<string, PinRow>();
  const moved = requests.map((request) => {
    const keys = keysOf(request);
    const known = pins.get(keys.messageKey);
    const pin = pinAfter(known, request, keys.messageKey);
    if (pin) pins.set(pin.id, pin);
    const before = known ? { state: known.state, expiresAt: known.expiresAt } : null;
    const added = { previousId: null, undoes: null, undone: false, ...(pin ? { before } : {}) };
    return { ...request, ...keys, ...added, ...motionOf(request) };
  });

  const board: unknown[] = await transaction.objectStore('board').getAll();
  // Where two entries turn out to be about one message, the later one stands.
  const entries = board.filter(isEntry).sort((a, b) => a.askedAt - b.askedAt);
  const newest = entries.map((entry) => ({ id: keysOf(entry).messageKey, requestId: entry.requestId }));

  for (const [name, rows] of Object.entries({ requests: moved, pins: [...pins.values()], newest })) {
    const store = transaction.objectStore(name);
    // Together: one by one, a hundred thousand would take a while.
    await Promise.all(rows.map((row) => store.put(row)));
  }
}

const hasAddress = (row: unknown): row is Pick<OldRequest, 'accountId' | 'address'> => {
  const { accountId, address } = (row ?? {}) as Partial<OldRequest>;
  return typeof accountId === 'string' && typeof address?.messageId === 'string';
};
const isReadable = (row: unknown): row is OldRequest => hasAddress(row) && 'action' in row && 'settledAt' in row;
const isEntry = (row: unknown): row is OldEntry => hasAddress(row) && 'requestId' in row && 'askedAt' in row;

/** As `placeInLine` and `mayBeDone` in src/pins/machine.ts were when version 3 was made. */
function motionOf({ state, dueAt, outcome }: OldRequest) {
  return {
    ...(state === 'queued' && dueAt !== null ? { dueAt: dueAt - 2 ** 42 } : {}),
    ...(state === 'waiting' && outcome?.kind === 'unknown' ? { mayBeDone: true } : {}),
  };
}

function pinAfter(known: PinRow | undefined, request: OldRequest, id: string): PinRow | null {
  const { accountId, provider, action, days, address, settledAt, outcome } = request;
  const row = { id, accountId, providerId: provider, address, label: '', confirmedAt: null, keep: false } as const;
  const nothing = { state: 'unpinned', pinnedAt: null, expiresAt: null } as const;
  if (outcome?.kind === 'unknown') return { ...(known ?? { ...row, ...nothing }), state: 'unknown' };
  if (outcome?.kind !== 'accepted' || settledAt === null) return null;
  if (action === 'unpin') return { ...row, ...nothing };
  return { ...row, state: 'pinned', pinnedAt: settledAt, expiresAt: settledAt + days * dayMs };
}

/** As `identify` in src/pins/message-key.ts was when version 3 was made. */
function keysOf({ accountId, address }: Pick<OldRequest, 'accountId' | 'address'>) {
  const [, inKey = null, idInKey] = /^(?:true|false)_([^_]+)_([^_]+)/.exec(address.messageId) ?? [];
  const id = idInKey ?? address.messageId;
  const written = address.chat ?? inKey;
  const chat = written === null ? '' : chatOf(written);
  const isUnique = /^(?=.*\d)(?=.*[a-f])[0-9a-f]{16,40}$/i.test(id);
  return { messageKey: [accountId, isUnique ? '' : chat, id].join('\n'), lane: [accountId, chat || id].join('\n') };
}

function chatOf(written: string): string {
  const jid = written
    .replace(/:\d+(?=@)/, '')
    .replace(/@s\.whatsapp\.net$/, '@c.us')
    .replace(/^(\d+)-group$|^(\d+-\d+)$/, '$1$2@g.us')
    .replace(/^\d+$/, '$&@c.us');
  return jid.replace(/^(55\d\d)9([6-9]\d{7}@c\.us)$/, '$1$2');
}
