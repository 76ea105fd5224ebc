import type { AccountView } from '../../../../accounts/account';
import type { Reference } from '../../../../references';
import { plainAccount } from '../../../../references/record';

/** The account of a row: its id, or a reference with hints if several accounts may be meant. */
export interface AccountMatch {
  accountId: string | null;
  reference: Reference;
}

/**
 * Finds the account that a cell names, by its name or else by its number or instance id, which several accounts may
 * share. Null if no account fits.
 */
export function matchAccount(
  cell: string,
  reference: Reference,
  accounts: readonly AccountView[],
): AccountMatch | null {
  if (cell === '') return { accountId: null, reference };
  const named = accountNamed(cell, accounts);
  if (named) return { accountId: named.id, reference };
  const hasMatch = accounts.some((account) => hasIdentifier(account, cell));
  return hasMatch ? { accountId: null, reference: { ...reference, accountHints: [identifierOf(cell), cell] } } : null;
}

/** Tells whether two cells can mean the same account, such as one with its name and one with its number. */
export function isSameAccount(a: string, b: string, accounts: readonly AccountView[]): boolean {
  const matches = (cell: string): readonly AccountView[] => {
    const named = accountNamed(cell, accounts);
    return named ? [named] : accounts.filter((account) => hasIdentifier(account, cell));
  };
  return matches(a).some((account) => matches(b).includes(account));
}

function accountNamed(cell: string, accounts: readonly AccountView[]): AccountView | undefined {
  const lowerCase = cell.toLowerCase();
  return accounts.find(({ name }) => name === cell) ?? accounts.find(({ name }) => name.toLowerCase() === lowerCase);
}

const identifierOf = (cell: string): string => plainAccount(cell.replace(/[\s()-]/g, '')) || cell;

const hasIdentifier = ({ names }: AccountView, cell: string): boolean =>
  names.includes(identifierOf(cell)) || names.includes(cell);
