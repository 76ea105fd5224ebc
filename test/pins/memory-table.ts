import type { PinRequest } from '../../src/pins/pin-request.ts';
import type { Table } from '../../src/platform/table.ts';

const byId = (a: PinRequest, b: PinRequest) => (a.id < b.id ? -1 : 1);

/** The table of requests in memory, in the orders that IndexedDB gives: an index falls back on the id. */
export function createMemoryTable(): Table<PinRequest> {
  const rows = new Map<string, PinRequest>();
  const all = () => structuredClone([...rows.values()].sort(byId));
  return {
    async add(added) {
      await Promise.resolve();
      if (added.some(({ id }) => rows.has(id))) throw new Error('ConstraintError');
      for (const row of structuredClone(added)) rows.set(row.id, row);
    },
    async update(id, change) {
      await Promise.resolve();
      const row = rows.get(id);
      const changed = row && change(structuredClone(row));
      if (changed) rows.set(id, structuredClone(changed));
      return changed;
    },
    get: async (id) => structuredClone(rows.get(id)),
    inState: async (state) => all().filter((row) => row.state === state),
    newest: async (count) =>
      all()
        .reverse()
        .sort((a, b) => b.createdAt - a.createdAt)
        .slice(0, count),
  };
}
