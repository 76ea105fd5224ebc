import { findReferences } from '../../references';
import type { ColumnRole, TableColumn } from './column-roles';
import { type Columns, findColumns } from './columns';
import { readObjectRows } from './object-rows';
import { pieces } from './pieces';
import { noCells, type Row } from './row';
import { endOfRows, readTableRows } from './table-rows';

/** So much of a text is looked at before it is taken for a table or not. */
const enoughForHeader = 16 * 1024;

interface HowToRead {
  /** The roles of the columns as the user chose them; null: as the table says. */
  roles: readonly ColumnRole[] | null;
  /** A column of these is one of accounts. */
  accountNames: readonly string[];
  /** How long the pieces of a text are that is no table. */
  size?: number;
}

/** The messages of a text that comes in chunks, as they come: by the columns of a table, else wherever they stand. */
export async function readRows(
  chunks: AsyncIterable<string>,
  { size }: HowToRead,
): Promise<{ columns: TableColumn[] | null; rows: AsyncGenerator<Row[]> }> {
  const { head, all } = await begin(chunks);
  const columns = findColumns(head);
  if (!columns) return { columns: null, rows: textRows(all, size) };
  return { columns: tableColumns(columns), rows: tableRows(all, columns) };
}

const tableColumns = ({ keys, message, at }: Columns): TableColumn[] =>
  keys.map((name, column) => ({
    name,
    sample: '',
    role:
      column === message ? 'message' : at.account === column ? 'account' : at.action === column ? 'action' : 'unused',
    isUnknown: false,
  }));

async function* tableRows(chunks: AsyncIterable<string>, columns: Columns): AsyncGenerator<Row[]> {
  let rest = '';
  let line = 1;
  let skip = columns.skip;
  const take = (text: string): Row[] => {
    let start = 0;
    for (; skip > 0; skip -= 1) {
      start = text.indexOf('\n', start) + 1;
      line += 1;
      if (start === 0) return [];
    }
    const { rows, lines } = readTableRows(text.slice(start), columns, line);
    line += lines;
    return rows;
  };
  for await (const chunk of chunks) {
    rest += chunk;
    const end = endOfRows(rest, columns.delimiter);
    if (end === 0) continue;
    yield take(rest.slice(0, end));
    rest = rest.slice(end);
  }
  if (rest.trim() !== '') yield take(rest);
}

async function* textRows(chunks: AsyncIterable<string>, size?: number): AsyncGenerator<Row[]> {
  let line = 1;
  for await (const piece of pieces(chunks, size)) {
    const rows = readObjectRows(piece, line) ?? readTextRows(piece, line);
    line = (rows.at(-1)?.line ?? line - 1) + 1;
    yield rows;
  }
}

const readTextRows = (piece: string, first: number): Row[] =>
  findReferences(piece).map((reference, index) => ({ ...noCells, line: first + index, reference }));

/** The beginning of what comes in chunks, and all of it. */
async function begin(chunks: AsyncIterable<string>): Promise<{ head: string; all: AsyncGenerator<string> }> {
  const source = chunks[Symbol.asyncIterator]();
  let head = '';
  let next = await source.next();
  while (!next.done) {
    head += next.value;
    if (head.length >= enoughForHeader) break;
    next = await source.next();
  }
  async function* all(): AsyncGenerator<string> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => source };
  }
  return { head, all: all() };
}
