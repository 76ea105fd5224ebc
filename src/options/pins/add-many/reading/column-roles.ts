/**
 * What a column of a table can be used for. `sender` says who sent a message: that it was the account itself, or the
 * author's JID. `unused` is not read at all.
 */
export const columnRoles = ['message', 'chat', 'account', 'action', 'duration', 'sender', 'unused'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** A column of a table, and how it is read. */
export interface TableColumn {
  /** As in the header; empty where the table has none, or no name there. */
  name: string;
  /** The first cell that is not empty, shortened; empty where all are. */
  sample: string;
  role: ColumnRole;
  /** Whether the user should look: nobody knows the name, two columns say the same, or the cells speak against the name. */
  isUnknown: boolean;
  /** What a column that is not used may say too, as long as the user has not chosen a use for it. */
  rivalFor: ColumnRole | null;
}
