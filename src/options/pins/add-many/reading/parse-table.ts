import Papa from 'papaparse';

/**
 * The maximum length of a quoted cell, in characters. If the quote is not closed by then, it counts as an ordinary
 * character.
 */
const maxCellLength = 1024 * 1024;

/** Splits the text of a table into rows of cells. */
export function parseTable(text: string, delimiter: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter });
  // A line end at the very end would give one more, empty row.
  return text.endsWith('\n') ? data.slice(0, -1) : data;
}

/** Returns the index where the last whole row ends: after the last line end outside quotes, or 0 if there is none. */
export function endOfRows(text: string, delimiter: string): number {
  let isQuoted = false;
  let end = 0;
  let isCellStart = true;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (char === '"' && (isQuoted || isCellStart)) isQuoted = !isQuoted;
    else if (char === '\n' && !isQuoted) end = index + 1;
    // A quote inside a quoted cell is written as two quotes: the second opens the cell again.
    isCellStart = char === delimiter || char === '\n' || char === '"';
  }
  return end === 0 && text.length > maxCellLength ? text.lastIndexOf('\n') + 1 : end;
}
