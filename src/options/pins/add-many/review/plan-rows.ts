import type { AccountView } from '../../../../accounts/account';
import { type PlanInput, type PlanItem, plan } from '../../../../pins/plan/plan';
import { type Reading, type Reference, readChat } from '../../../../references';
import type { RowEdit } from '../editing/row-edit';
import type { Row, UnreadCells } from '../reading/row';
import { type AccountMatch, isSameAccount, matchAccount } from './match-account';
import { numberCountries } from './number-countries';
import type { ReviewContext, ReviewRow } from './review-row';
import { readNumberOfRow } from './row-number';

/**
 * Plans each row separately.
 * @param firstIndex the index of the first row, by which its edit is found
 */
export function planRows(rows: readonly Row[], firstIndex: number, context: ReviewContext): ReviewRow[] {
  const planner = createPlanner(context);
  return rows.map((row, offset) => planRow(row, context.edits.get(firstIndex + offset) ?? {}, planner));
}

/** The context of a row, prepared once for all rows. */
interface Planner extends Pick<ReviewContext, 'accounts' | 'countries' | 'chat'> {
  input: PlanInput;
  /** Returns the countries that a number in a row of the account may be from. */
  countriesFor(accountId: string | undefined): readonly string[];
}

function createPlanner({ accounts, accountId, chat, countries }: ReviewContext): Planner {
  const defaultId = accounts.find(({ isDefault }) => isDefault)?.id ?? null;
  const countriesOf = new Map(accounts.map((account) => [account.id, numberCountries([account], null, null)]));
  return {
    accounts,
    countries,
    chat,
    input: {
      accountId: null,
      defaultId,
      // An account may be taken as the only one although others cannot be read, because every row shows its account
      // before anything is sent.
      hasUnreadableAccounts: false,
      shownId: accountId,
      chat: null,
      numbers: {},
      knownChats: {},
      sender: null,
    },
    countriesFor(id) {
      const ownCountries = id === undefined ? [] : (countriesOf.get(id) ?? []);
      return ownCountries.length > 0 ? ownCountries : countries;
    },
  };
}

function planRow(row: Row, edit: RowEdit, planner: Planner): ReviewRow {
  const { reference } = row;
  const reviewed = unplannedRow(row, edit, planner);
  const { unread } = reviewed;
  if (unread.message) return { ...reviewed, problem: unread.message.problem };
  if (!reference) return { ...reviewed, problem: 'message-unread' };

  const match = edit.accountId
    ? { accountId: edit.accountId, reference }
    : matchAccount(row.account, reference, planner.accounts);
  if (!match) {
    const account = { problem: 'account-unknown', text: row.account } as const;
    return { ...reviewed, unread: { ...unread, account }, problem: 'account-unknown' };
  }
  if (!edit.accountId && row.otherAccounts.some((cell) => !isSameAccount(row.account, cell, planner.accounts))) {
    const text = [row.account, ...row.otherAccounts].filter(Boolean).join(' / ');
    return {
      ...reviewed,
      unread: { ...unread, account: { problem: 'account-twice', text } },
      problem: 'account-twice',
    };
  }

  let item = planItem(match, reviewed.chatFrom === null || unread.chat ? null : reviewed.chat, planner);
  reviewed.account = item?.account?.name ?? row.account;
  reviewed.accountId = item?.account?.id ?? null;
  reviewed.accountFrom ??= sourceOfAccount(item, planner.input);
  const [problem] = Object.values(unread).map((cell) => cell.problem);
  if (problem) return { ...reviewed, problem };

  if (row.mayLackCountry && edit.chat === undefined && reference.chat !== null) {
    const number = readNumberOfRow(reference.chat, planner.countriesFor(item?.account?.id), planner.countries);
    if (number.kind === 'question') return { ...reviewed, problem: 'chat-country', readings: number.readings };
    if (number.number !== reference.chat) item = planItem(match, number.number, planner);
  }
  if (!item?.ok) return { ...reviewed, problem: item?.question ?? 'message-unread' };
  return {
    ...reviewed,
    chat: item.address.chat ?? reviewed.chat,
    chatFrom: reviewed.chatFrom ?? (item.address.chat === null ? null : 'account'),
    address: item.address,
    problem: reference.certain ? null : 'message-possible',
  };
}

/** Returns the row with the values of its cells and its edit, before its account and its address are known. */
function unplannedRow(row: Row, edit: RowEdit, { chat: chatForAll }: Planner): ReviewRow {
  const { reference } = row;
  const unread = withoutEditedCells(row.unread, edit, (edit.action ?? row.action) === 'unpin');
  const ownChat = edit.chat ?? unread.chat?.text ?? reference?.chat;
  return {
    lineNumber: row.lineNumber,
    message: reference?.messageId ?? row.messageText,
    key: edit.chat === undefined ? (reference?.serialized ?? null) : null,
    chat: ownChat ?? chatForAll,
    chatFrom: ownChat ? 'row' : chatForAll === null ? null : 'all',
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
}

/** Removes the cells that an edit replaces, and the duration of an unpin, which needs none. */
function withoutEditedCells(
  { message, account, chat, action, duration }: UnreadCells,
  edit: RowEdit,
  isUnpin: boolean,
): UnreadCells {
  return {
    ...(message && { message }),
    ...(account && edit.accountId === undefined && { account }),
    ...(action && edit.action === undefined && { action }),
    ...(duration && edit.days === undefined && !isUnpin && { duration }),
    ...(chat && edit.chat === undefined && { chat }),
  };
}

function planItem(match: AccountMatch, chat: string | null, { accounts, input }: Planner) {
  const reading: Reading = { references: [withChat(match.reference, chat)], possible: [], refusal: null };
  return plan(reading, accounts, { ...input, accountId: match.accountId })[0];
}

/** Replaces the chat of a reference. A message key holds only for its own chat, so another chat removes the key. */
function withChat(reference: Reference, chat: string | null): Reference {
  if (chat === reference.chat) return reference;
  const isSame = chat !== null && reference.chat !== null && readChat(chat)?.jid === readChat(reference.chat)?.jid;
  return { ...reference, chat, serialized: isSame ? reference.serialized : null };
}

function sourceOfAccount(item: PlanItem<AccountView> | undefined, { shownId }: PlanInput): ReviewRow['accountFrom'] {
  if (!item?.account) return null;
  if (!item.ok) return item.account.id === shownId ? 'all' : null;
  if (item.accountReason === 'shown') return 'all';
  return item.accountReason === 'default' || item.accountReason === 'only' ? item.accountReason : 'row';
}
