import { emptyLine, type Line, unreadLine, updateLine } from './line';
import type { PinRequest } from './request';
import type { PinsStores } from './stores';

/** The lines that have unsent requests, kept in memory in step with what is written. */
export interface Lines {
  /** Returns all lines, ordered by their accounts, those of gestures before runs. */
  all(stores: Pick<PinsStores, 'requests'>): Promise<Line[]>;
  /** Must be called with every request that is written, inside the transaction. */
  update(request: PinRequest): void;
  /** Removes a line that has no requests on disk. */
  remove(line: Line): void;
  /** Forgets everything. Must be called after a transaction has failed. */
  forget(): void;
}

export function createLines(): Lines {
  /** Null until the lines have been read. */
  let lines: Map<string, Line> | null = null;
  const idOf = ({ accountId, run }: Pick<Line, 'accountId' | 'run'>): string => `${accountId}\n${run}`;

  async function readAll({ requests }: Pick<PinsStores, 'requests'>): Promise<Map<string, Line>> {
    const linesById = new Map<string, Line>();
    for await (const [accountId, run] of requests.groups('turn') as AsyncIterable<[string, string]>) {
      const line = unreadLine(accountId, run);
      linesById.set(idOf(line), line);
    }
    return linesById;
  }

  return {
    async all(stores) {
      lines ??= await readAll(stores);
      return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
    },
    update(request) {
      if (!lines) return;
      const id = idOf(request);
      const line = lines.get(id) ?? emptyLine(request.accountId, request.run);
      updateLine(line, request);
      if (request.turn) lines.set(id, line);
    },
    remove: (line) => void lines?.delete(idOf(line)),
    forget() {
      lines = null;
    },
  };
}
