import { findReferences } from '../../../../references';
import type { TableColumn } from './column-roles';
import { findTable, type ReadOptions, type Table } from './find-table';
import { instructionsInText } from './instructions-in-text';
import { isFormatted, readObjectRows } from './object-rows';
import { endOfRows, parseTable } from './parse-table';
import { noCells, type Row } from './row';
import { splitText } from './split-text';
import { createTableRowReader } from './table-row-reader';

/** The length of the beginning that decides whether a text is a table, in UTF-16 units. */
const maxHeaderSearchLength = 16 * 1024;

/**
 * Reads the messages of a text while it arrives in chunks: by the columns of a table, or else from anywhere in the
 * text.
 * @param pieceLength the length of the pieces of a text that is not a table (see `splitText`)
 */
export async function readRows(
  chunks: AsyncIterable<string>,
  options: ReadOptions,
  pieceLength?: number,
): Promise<{ columns: readonly TableColumn[] | null; rows: AsyncGenerator<Row[]> }> {
  const { head, all } = await readHead(chunks);
  const table = findTable(head.slice(0, maxHeaderSearchLength), head.length <= maxHeaderSearchLength, options);
  if (!table) return { columns: null, rows: textRows(all, pieceLength) };
  return { columns: table.columns, rows: tableRows(all, table) };
}

async function* tableRows(chunks: AsyncIterable<string>, table: Table): AsyncGenerator<Row[]> {
  const { delimiter } = table;
  const readRow = createTableRowReader(table);
  let buffer = '';
  let lineNumber = 1;
  let linesToSkip = table.skip;
  const take = (text: string): Row[] => {
    let start = 0;
    for (; linesToSkip > 0; linesToSkip -= 1) {
      start = text.indexOf('\n', start) + 1;
      lineNumber += 1;
      if (start === 0) return [];
    }
    const rows = parseTable(text.slice(start), delimiter);
    const firstLine = lineNumber;
    lineNumber += rows.length;
    return rows.flatMap((cells, index) => readRow(cells, firstLine + index));
  };
  for await (const chunk of chunks) {
    buffer += chunk;
    const end = endOfRows(buffer, delimiter);
    if (end === 0) continue;
    yield take(buffer.slice(0, end));
    buffer = buffer.slice(end);
  }
  if (buffer.trim() !== '') yield take(buffer);
}

async function* textRows(chunks: AsyncIterable<string>, pieceLength?: number): AsyncGenerator<Row[]> {
  let nextLine = 1;
  for await (const piece of splitText(chunks, pieceLength)) {
    const rows = readObjectRows(piece, nextLine) ?? readTextRows(piece, nextLine);
    nextLine = (rows.at(-1)?.lineNumber ?? nextLine - 1) + 1;
    yield rows;
  }
}

function readTextRows(piece: string, firstLine: number): Row[] {
  const references = findReferences(piece);
  const instructions = references.length > 0 ? instructionsInText(piece) : null;
  return references.map((reference, index) => ({
    ...noCells,
    ...instructions?.get(reference.messageId),
    lineNumber: firstLine + index,
    reference,
    mayLackCountry: isFormatted(reference.chat),
  }));
}

/** Waits for the beginning of a text. Returns the beginning, and the whole text in chunks. */
async function readHead(chunks: AsyncIterable<string>): Promise<{ head: string; all: AsyncGenerator<string> }> {
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
