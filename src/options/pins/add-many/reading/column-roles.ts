/**
 * The roles of a column. `sender`: who sent a message, as whether the account did or as the author's JID.
 * `unused` is not read.
 */
export const columnRoles = ['message', 'chat', 'account', 'action', 'duration', 'sender', 'unused'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** A column of a table and its role. */
export interface TableColumn {
  /** The name in the header; empty where there is none. */
  name: string;
  /** The first filled cell, shortened; empty where all cells are empty. */
  sample: string;
  role: ColumnRole;
  /** Whether the user should check the role: an unknown name, two columns of one meaning, or cells that do not fit. */
  isUnknown: boolean;
  /** The role that an unused column competes for with another one, until the user has decided. */
  rivalFor: ColumnRole | null;
}
