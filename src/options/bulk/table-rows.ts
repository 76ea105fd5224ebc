import Papa from 'papaparse';
import { findReferences } from '../../references';
import { readCells } from './cells';
import type { Columns } from './columns';
import type { Row } from './row';

/** A quote that is never closed must not swallow the rest of the file: lines are rows again after so much. */
const longestCell = 1024 * 1024;

/** The whole rows at the beginning of a table's text: up to the last line end that is not inside quotes. */
export function endOfRows(text: string, delimiter: string): number {
  let quoted = false;
  let end = 0;
  let start = true;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"' && (quoted || start)) quoted = !quoted;
    else if (char === '\n' && !quoted) end = at + 1;
    // After a closing quote another one opens the cell again: that is how a quote is written inside.
    start = char === delimiter || char === '\n' || char === '"';
  }
  return end === 0 && text.length > longestCell ? text.lastIndexOf('\n') + 1 : end;
}

/** The rows of some lines of a table. @param first the number of the first line */
export function readTableRows(text: string, columns: Columns, first: number): { rows: Row[]; lines: number } {
  const { data } = Papa.parse<string[]>(text, { delimiter: columns.delimiter });
  // The end of the last line is not the beginning of another.
  const cells = text.endsWith('\n') ? data.slice(0, -1) : data;
  return { rows: cells.flatMap((row, index) => readRow(row, columns, first + index)), lines: cells.length };
}

function readRow(cells: readonly string[], columns: Columns, line: number): Row[] {
  if (cells.every((cell) => /^[\s:-]*$/.test(cell))) return [];
  const cell = (column: number | undefined): string => (column === undefined ? '' : (cells[column] ?? '').trim());
  const about = readCells(line, cell(columns.message), (meaning) => cell(columns.at[meaning]));
  const found = findReferences(asRecord(cells, columns));
  return found.length === 0 ? [{ ...about, reference: null }] : found.map((reference) => ({ ...about, reference }));
}

/** A row as an object with the names of its columns: what is known of keys elsewhere holds here too. */
function asRecord(cells: readonly string[], { keys }: Columns): string {
  const entries = keys.flatMap((key, column) => {
    const cell = cells[column]?.trim().replace(/^[`*']+|[`*']+$/g, '');
    return key && cell ? [[key, cell]] : [];
  });
  return JSON.stringify(Object.fromEntries(entries));
}
