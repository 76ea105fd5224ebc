/**
 * The uses of a column. `sender` tells who sent a message: whether it was the account itself, or the author's JID.
 * `unused` is not read.
 */
export const columnRoles = ['message', 'chat', 'account', 'action', 'duration', 'sender', 'unused'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** A column of a table and its use. */
export interface TableColumn {
  /** The name in the header; empty where there is none. */
  name: string;
  /** The first filled cell, shortened; empty where all cells are empty. */
  sample: string;
  role: ColumnRole;
  /** Whether the user should check the use: the name is unknown, two columns have one meaning, or the cells do not fit the name. */
  isUnknown: boolean;
  /** The use that an unused column competes for with another one, until the user has decided. */
  rivalFor: ColumnRole | null;
}
