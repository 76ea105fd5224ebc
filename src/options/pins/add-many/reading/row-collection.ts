import { type Reference, readChat } from '../../../../references';
import { addManyLimits, type Row } from './row';

/** Gathers rows while they are read, each message once. */
export interface Collection {
  /** Takes rows; false: there is room for no more. */
  add(rows: readonly Row[]): boolean;
  /** How many named what an earlier one had named already. */
  duplicates(): number;
  /** What may be something else counts in a text where nothing is certain; in a table its column speaks for it. */
  rows(): Row[];
}

export function createCollection(most = addManyLimits.rows): Collection {
  const kept: Row[] = [];
  const known = new Map<string, Row[]>();
  let duplicates = 0;

  /** The earlier row about the same message; where a text names the chat only once, it is the same too. */
  function same(row: Row, reference: Reference): Row | undefined {
    const earlier = known.get(askOf(row, reference)) ?? [];
    const chat = chatOf(reference);
    const exact = earlier.find((other) => other.reference && chatOf(other.reference) === chat);
    const [only, ...others] = earlier;
    if (exact || !only?.reference || others.length > 0) return exact;
    return chat === null || only.reference.chat === null ? only : undefined;
  }

  function take(row: Row): boolean {
    const { reference } = row;
    const earlier = reference && same(row, reference);
    if (earlier?.reference) {
      duplicates += 1;
      earlier.reference = combine(earlier.reference, reference as Reference);
      addSaying(earlier, row);
      return true;
    }
    if (kept.length >= most) return false;
    kept.push(row);
    if (reference) {
      const key = askOf(row, reference);
      known.set(key, [...(known.get(key) ?? []), row]);
    }
    return true;
  }

  return {
    add: (rows) => rows.every(take),
    duplicates: () => duplicates,
    rows() {
      const sure = kept.some(({ reference }) => reference?.certain);
      return sure ? kept.filter(({ reference, written }) => !reference || reference.certain || written !== '') : kept;
    },
  };
}

/** The same message is asked for twice where the rows say the same about it; in a text it is told bit by bit. */
const askOf = ({ written, account, otherAccounts, action, days, unread }: Row, { messageId }: Reference): string =>
  written === ''
    ? messageId
    : `${messageId} ${[account, ...otherAccounts].join(' / ')} ${action} ${days} ${JSON.stringify(unread)}`;

/** Two places of a text that contradict each other leave a problem. */
function addSaying(row: Row, { action, days, unread }: Row): void {
  const isOtherAction = row.action !== null && action !== null && row.action !== action;
  const isOtherDays = row.days !== null && days !== null && row.days !== days;
  row.unread = {
    ...unread,
    ...row.unread,
    ...(isOtherAction && { action: { problem: 'action-unknown', said: `${row.action} / ${action}` } }),
    ...(isOtherDays && { duration: { problem: 'days-unknown', said: `${row.days} / ${days}` } }),
  };
  row.action = isOtherAction ? null : (row.action ?? action);
  row.days = isOtherDays ? null : (row.days ?? days);
}

const chatOf = ({ chat }: Reference): string | null => (chat === null ? null : (readChat(chat)?.jid ?? chat));

const combine = (a: Reference, b: Reference): Reference => ({
  ...(a.serialized === null && b.serialized !== null ? b : a),
  chat: a.chat ?? b.chat,
  fromMe: a.fromMe ?? b.fromMe,
  accountHints: a.accountHints.length > 0 ? a.accountHints : b.accountHints,
  certain: a.certain || b.certain,
});
