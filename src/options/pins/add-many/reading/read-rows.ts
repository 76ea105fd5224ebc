import { findReferences } from '../../../../references';
import type { TableColumn } from './column-roles';
import { findTable, type HowToRead, type Table } from './find-table';
import { saidInText } from './instructions-in-text';
import { isFormatted, readObjectRows } from './object-rows';
import { endOfRows, parseTable } from './parse-table';
import { noCells, type Row } from './row';
import { pieces } from './split-text';
import { createRowReader } from './table-row-reader';

/** So much of a text is looked at before it is taken for a table or not. */
const maxHeaderSearchLength = 16 * 1024;

/** The messages of a text that comes in chunks, as they come: by the columns of a table, else wherever they stand. */
export async function readRows(
  chunks: AsyncIterable<string>,
  howToRead: HowToRead,
  size?: number,
): Promise<{ columns: readonly TableColumn[] | null; rows: AsyncGenerator<Row[]> }> {
  const { head, all } = await begin(chunks);
  const table = findTable(head.slice(0, maxHeaderSearchLength), head.length <= maxHeaderSearchLength, howToRead);
  if (!table) return { columns: null, rows: textRows(all, size) };
  return { columns: table.columns, rows: tableRows(all, table) };
}

async function* tableRows(
  chunks: AsyncIterable<string>,
  { delimiter, skip: above, ...table }: Table,
): AsyncGenerator<Row[]> {
  const readRow = createRowReader({ ...table, delimiter, skip: above });
  let rest = '';
  let line = 1;
  let skip = above;
  const take = (text: string): Row[] => {
    let start = 0;
    for (; skip > 0; skip -= 1) {
      start = text.indexOf('\n', start) + 1;
      line += 1;
      if (start === 0) return [];
    }
    const rows = parseTable(text.slice(start), delimiter);
    const first = line;
    line += rows.length;
    return rows.flatMap((cells, index) => readRow(cells, first + index));
  };
  for await (const chunk of chunks) {
    rest += chunk;
    const end = endOfRows(rest, delimiter);
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

function readTextRows(piece: string, first: number): Row[] {
  const references = findReferences(piece);
  const said = references.length > 0 ? saidInText(piece) : null;
  return references.map((reference, index) => ({
    ...noCells,
    ...said?.get(reference.messageId),
    line: first + index,
    reference,
    isTypedChat: isFormatted(reference.chat),
  }));
}

/** The beginning of what comes in chunks, and all of it. */
async function begin(chunks: AsyncIterable<string>): Promise<{ head: string; all: AsyncGenerator<string> }> {
  const source = chunks[Symbol.asyncIterator]();
  let head = '';
  let next = await source.next();
  while (!next.done) {
    head += next.value;
    if (head.length >= maxHeaderSearchLength) break;
    next = await source.next();
  }
  async function* all(): AsyncGenerator<string> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => source };
  }
  return { head, all: all() };
}
