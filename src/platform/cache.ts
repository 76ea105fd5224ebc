import { type Disk, disk } from './database';

/** Checked records that can be had again from elsewhere, one an id. One of another shape counts as not there. */
export interface Cache<T extends { id: string }> {
  get(id: string): Promise<T | undefined>;
  put(row: T): Promise<void>;
  /** Changes a record that is there, in one transaction. */
  update(id: string, change: (row: T) => T): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The cache of that name, whose records pass that test. */
export function cache<T extends { id: string }>(name: 'chats', isRow: (row: unknown) => row is T): Cache<T> {
  const { read, writeRelaxed: write }: Disk<{ chats: T }> = disk({ [name]: isRow });
  return {
    get: (id) => read(({ chats }) => chats.get(id)),
    put: (row) => write(async ({ chats }) => chats.put(row)),
    update: (id, change) =>
      write(async ({ chats }) => {
        const row = await chats.get(id);
        if (row) chats.put(change(row));
      }),
    remove: (id) => write(async ({ chats }) => chats.remove(id)),
  };
}
