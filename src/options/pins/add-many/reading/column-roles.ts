/**
 * The roles of a column. `sender`: who sent a message, given as the author's JID or as whether the account sent it.
 * `unused`: the column is not read.
 */
export const columnRoles = ['message', 'chat', 'account', 'action', 'duration', 'sender', 'unused'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** A column of a table and its role. */
export interface TableColumn {
  /** The name in the header; empty if there is none. */
  name: string;
  /** The first filled cell, shortened; empty if all cells are empty. */
  sample: string;
  role: ColumnRole;
  /** Whether the user should check the role: an unknown name, two columns of one meaning, or cells that do not fit. */
  isUnknown: boolean;
  /**
   * The role that this unused column may have instead of another column, until the user has decided; null if there is
   * none.
   */
  rivalFor: ColumnRole | null;
}
