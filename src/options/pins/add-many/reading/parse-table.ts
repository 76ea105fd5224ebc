import Papa from 'papaparse';

/** A quote that is never closed must not swallow the rest of the file: lines are rows again after so much. */
const maxCellLength = 1024 * 1024;

/** The cells of a table's text, row by row. */
export function parseTable(text: string, delimiter: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter });
  // The end of the last line is not the beginning of another.
  return text.endsWith('\n') ? data.slice(0, -1) : data;
}

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
  return end === 0 && text.length > maxCellLength ? text.lastIndexOf('\n') + 1 : end;
}
