import type { AccountView } from '../../../../accounts/account';
import { type NumberMeaning, type NumberReading, readNumber } from '../../../../phone-numbers';
import { type PlanInput, type PlanItem, plan, type Question } from '../../../../pins/plan/plan';
import type { Wish } from '../../../../pins/queue/request';
import type { Days } from '../../../../providers/contract/provider';
import { type Reading, type Reference, readChat } from '../../../../references';
import { plainAccount } from '../../../../references/record';
import type { RowEdit } from '../editing/row-edit';
import { addManyLimits, type CellProblem, type Row, type UnreadCells } from '../reading/row';
import { numberCountries } from './number-countries';

/** What keeps a row from being sent; each has words in `_locales`. */
export type Problem = CellProblem | Question | 'chat-country';

/** A row as it is reviewed: what will be asked for, or what is wrong. */
export interface ReviewRow {
  line: number;
  /** The message for people: its bare id, or what stands in its place. */
  message: string;
  /** The whole key that names the message and its chat, where the row has one. */
  key: string | null;
  /** The chat's own cell, as it is written, where it cannot be read. */
  chat: string | null;
  /** Who said the chat: the row or its edit, what was said for all rows, or the account's own setting. */
  chatFrom: 'row' | 'all' | 'account' | null;
  /** For the problem `chat-country`: what the number may be. It may be nothing that is known. */
  readings: readonly NumberReading[];
  /** The account's name; what the cell says where no account is called so. */
  account: string;
  accountId: string | null;
  /** Who said the account: the row, its text or its edit, or what was chosen for all; else why it is this one. */
  accountFrom: 'row' | 'all' | 'default' | 'only' | null;
  address: Wish['address'] | null;
  /** What the row itself says, or its edit; else what is chosen for all. */
  action: 'pin' | 'unpin' | null;
  days: Days | null;
  /** The first that is wrong. */
  problem: Problem | null;
  /** All cells that cannot be read, with what they say. An edit takes its cell out. */
  unread: UnreadCells;
}

/** What rows are planned for. */
export interface ReviewFor {
  accounts: readonly AccountView[];
  /** The account for rows that name none. */
  accountId: string | null;
  /** The chat for rows that name none, international or a JID. */
  chat: string | null;
  /** Where numbers without a country code may be from, as far as their account does not tell: ISO 3166 codes. */
  countries: readonly string[];
  /** By place. */
  edits: ReadonlyMap<number, RowEdit>;
}

/** Plans each row by itself. @param first the place of the first of these rows */
export function reviewRows(rows: readonly Row[], first: number, reviewFor: ReviewFor): ReviewRow[] {
  const { accounts, accountId, edits, countries } = reviewFor;
  const defaultId = accounts.find(({ isDefault }) => isDefault)?.id ?? null;
  const said: PlanInput = {
    accountId: null,
    defaultId,
    shownId: accountId,
    chat: null,
    numbers: {},
    knownChats: {},
    sender: null,
  };
  const countriesOf = new Map(accounts.map((account) => [account.id, numberCountries([account], null, null)]));
  return rows.map((row, index) =>
    reviewRow(row, edits.get(first + index) ?? {}, {
      ...{ accounts, said, countries, chat: reviewFor.chat },
      countriesOf: (id) => {
        const own = id === undefined ? [] : (countriesOf.get(id) ?? []);
        return own.length > 0 ? own : countries;
      },
    }),
  );
}

interface Around {
  accounts: readonly AccountView[];
  said: PlanInput;
  chat: string | null;
  countries: readonly string[];
  countriesOf(accountId: string | undefined): readonly string[];
}

function reviewRow(row: Row, edit: RowEdit, around: Around): ReviewRow {
  const { reference } = row;
  const unread = withoutEdited(row.unread, edit, (edit.action ?? row.action) === 'unpin');
  const shown: ReviewRow = {
    line: row.line,
    message: reference?.messageId ?? row.written,
    key: edit.chat === undefined ? (reference?.serialized ?? null) : null,
    chat: edit.chat ?? unread.chat?.said ?? reference?.chat ?? around.chat,
    chatFrom: (edit.chat ?? unread.chat?.said ?? reference?.chat) ? 'row' : around.chat === null ? null : 'all',
    readings: [],
    account: row.account,
    accountId: null,
    accountFrom: row.account === '' && !edit.accountId ? null : 'row',
    address: null,
    action: edit.action ?? row.action,
    days: edit.days ?? row.days,
    problem: null,
    unread,
  };
  if (unread.message) return { ...shown, problem: unread.message.problem };
  if (!reference) return { ...shown, problem: 'message-unread' };

  const whose = edit.accountId
    ? { accountId: edit.accountId, reference }
    : accountOf(row.account, reference, around.accounts);
  if (!whose) {
    const account = { problem: 'account-unknown', said: row.account } as const;
    return { ...shown, unread: { ...unread, account }, problem: 'account-unknown' };
  }
  const other = edit.accountId
    ? undefined
    : row.otherAccounts.find((cell) => !isSameAccount(row.account, cell, around));
  if (other !== undefined) {
    const said = [row.account, ...row.otherAccounts].filter(Boolean).join(' / ');
    return { ...shown, unread: { ...unread, account: { problem: 'account-twice', said } }, problem: 'account-twice' };
  }
  const planFor = (chat: string | null): PlanItem<AccountView> | undefined => {
    const reading: Reading = { references: [withChat(whose.reference, chat)], possible: [], refusal: null };
    return plan(reading, around.accounts, { ...around.said, accountId: whose.accountId })[0];
  };

  let item = planFor(shown.chatFrom === null || unread.chat ? null : shown.chat);
  shown.account = item?.account?.name ?? row.account;
  shown.accountId = item?.account?.id ?? null;
  shown.accountFrom ??= sourceOfAccount(item, around.said);
  const [problem] = Object.values(unread).map((cell) => cell.problem);
  if (problem) return { ...shown, problem };

  if (row.isTypedChat && edit.chat === undefined && reference.chat !== null) {
    const own = readNumberOnce(reference.chat, around.countriesOf(item?.account?.id));
    const isUnread = own.kind === 'question' && own.readings.length === 0;
    const number = isUnread ? readNumberOnce(reference.chat, around.countries) : own;
    if (number.kind === 'question') return { ...shown, problem: 'chat-country', readings: number.readings };
    if (number.number !== reference.chat) item = planFor(number.number);
  }
  if (!item?.ok) return { ...shown, problem: item?.question ?? 'message-unread' };
  return {
    ...shown,
    chat: item.address.chat ?? shown.chat,
    chatFrom: shown.chatFrom ?? (item.address.chat === null ? null : 'account'),
    address: item.address,
    problem: reference.certain ? null : 'message-possible',
  };
}

function sourceOfAccount(item: PlanItem | undefined, { shownId }: PlanInput): ReviewRow['accountFrom'] {
  if (!item?.account) return null;
  if (!item.ok) return item.account.id === shownId ? 'all' : null;
  if (item.because === 'shown') return 'all';
  return item.because === 'default' || item.because === 'only' ? item.because : 'row';
}

/** What was read before: rows are planned anew with every edit, and a number takes longer to read than its row. */
const numbers = new Map<string, NumberMeaning>();

function readNumberOnce(written: string, countries: readonly string[]): NumberMeaning {
  const key = `${countries.join()} ${written}`;
  const meaning = numbers.get(key) ?? readNumber(written, countries);
  if (numbers.size > 2 * addManyLimits.rows) numbers.clear();
  numbers.set(key, meaning);
  return meaning;
}

function withoutEdited(unread: UnreadCells, { chat, accountId, action, days }: RowEdit, isUnpin: boolean): UnreadCells {
  const { message, account, chat: chatCell, action: actionCell, duration } = unread;
  return {
    ...(message && { message }),
    ...(account && accountId === undefined && { account }),
    ...(actionCell && action === undefined && { action: actionCell }),
    // An unpin has none.
    ...(duration && days === undefined && !isUnpin && { duration }),
    ...(chatCell && chat === undefined && { chat: chatCell }),
  };
}

/** A whole key names its chat: it does not hold for another. */
function withChat(reference: Reference, chat: string | null): Reference {
  if (chat === reference.chat) return reference;
  const isSame = chat !== null && reference.chat !== null && readChat(chat)?.jid === readChat(reference.chat)?.jid;
  return { ...reference, chat, serialized: isSame ? reference.serialized : null };
}

/** An account by its name goes before all; a number or an instance may be several accounts'. Null: there is none. */
function accountOf(
  cell: string,
  reference: Reference,
  accounts: readonly AccountView[],
): { accountId: string | null; reference: Reference } | null {
  if (cell === '') return { accountId: null, reference };
  const named = accountNamed(cell, accounts);
  if (named) return { accountId: named.id, reference };
  const hint = hintOf(cell);
  const isNamed = accounts.some((account) => isHintOf(account, cell));
  return isNamed ? { accountId: null, reference: { ...reference, accountHints: [hint, cell] } } : null;
}

function accountNamed(cell: string, accounts: readonly AccountView[]): AccountView | undefined {
  const folded = cell.toLowerCase();
  return accounts.find(({ name }) => name === cell) ?? accounts.find(({ name }) => name.toLowerCase() === folded);
}

const hintOf = (cell: string): string => plainAccount(cell.replace(/[\s()-]/g, '')) || cell;

const isHintOf = ({ names }: AccountView, cell: string): boolean =>
  names.includes(hintOf(cell)) || names.includes(cell);

/** Whether two cells can be about one account: its name and its number, say. */
function isSameAccount(a: string, b: string, { accounts }: Around): boolean {
  const called = (cell: string): readonly AccountView[] => {
    const named = accountNamed(cell, accounts);
    return named ? [named] : accounts.filter((account) => isHintOf(account, cell));
  };
  return called(a).some((account) => called(b).includes(account));
}
