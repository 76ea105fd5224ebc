import type { AccountView } from '../../accounts/account';
import type { Wish } from '../../pins/pin-request';
import { plan, type Question, type Said } from '../../pins/plan';
import type { Days } from '../../providers/contract/provider';
import type { Reading, Reference } from '../../references';
import { plainAccount } from '../../references/record';
import type { CellProblem } from './cells';
import type { Row } from './row';

/** What keeps a row from being sent; each has words in `_locales`. */
export type Problem = CellProblem | Question;

/** A row as it is reviewed: what will be asked for, or what is wrong. */
export interface ReviewRow {
  line: number;
  /** The message for people: its bare id, or what stands in its place. */
  message: string;
  chat: string | null;
  /** The account's name; what the cell says where no account is called so. */
  account: string;
  accountId: string | null;
  address: Wish['address'] | null;
  /** What the row itself says; else what is chosen for all. */
  action: 'pin' | 'unpin' | null;
  days: Days | null;
  problem: Problem | null;
}

/** Plans each row by itself. @param shownId the account that is chosen for rows that name none */
export function reviewRows(
  rows: readonly Row[],
  accounts: readonly AccountView[],
  shownId: string | null,
): ReviewRow[] {
  const defaultId = accounts.find(({ isDefault }) => isDefault)?.id ?? null;
  const said: Said = { accountId: null, defaultId, shownId, chat: null, numbers: {}, knownChats: {}, sender: null };
  return rows.map((row) => reviewRow(row, accounts, said));
}

function reviewRow(row: Row, accounts: readonly AccountView[], said: Said): ReviewRow {
  const { line, reference, written, action, days } = row;
  const shown = { line, action, days, message: reference?.messageId ?? written, chat: reference?.chat ?? null };
  const broken = (problem: Problem): ReviewRow => ({
    ...shown,
    account: row.account,
    accountId: null,
    address: null,
    problem,
  });
  if (!reference) return broken('message-unread');
  if (row.problem) return broken(row.problem);

  const whose = accountOf(row.account, reference, accounts);
  if (!whose) return broken('account-unknown');
  const reading: Reading = { references: [whose.reference], possible: [], refusal: null };
  const [item] = plan(reading, accounts, { ...said, accountId: whose.accountId });
  if (!item?.ok) {
    return { ...broken(item?.question ?? 'message-unread'), account: item?.account?.name ?? row.account };
  }
  return {
    ...shown,
    chat: item.address.chat ?? shown.chat,
    account: item.account.name,
    accountId: item.account.id,
    address: item.address,
    problem: reference.certain ? null : 'message-possible',
  };
}

/** An account by its name goes before all; a number or an instance may be several accounts'. Null: there is none. */
function accountOf(
  cell: string,
  reference: Reference,
  accounts: readonly AccountView[],
): { accountId: string | null; reference: Reference } | null {
  if (cell === '') return { accountId: null, reference };
  const folded = cell.toLowerCase();
  const named =
    accounts.find(({ name }) => name === cell) ?? accounts.find(({ name }) => name.toLowerCase() === folded);
  if (named) return { accountId: named.id, reference };
  const hint = plainAccount(cell.replace(/[\s()-]/g, '')) || cell;
  const isNamed = accounts.some(({ names }) => names.includes(hint) || names.includes(cell));
  return isNamed ? { accountId: null, reference: { ...reference, accountHints: [hint, cell] } } : null;
}
