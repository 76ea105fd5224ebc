import { plainKey, roleOf } from './keys';
import type { Node } from './scan';

const delimiters = ['\t', ';', ',', '|'] as const;
/** A header stands at the top, under a title or two at most. */
const headerWithin = 20;
const longestHeader = 2000;
const idRoles = ['message', 'messages', 'id', 'queue'];
/** Column names that mean an id in a table and a text elsewhere. */
const idColumns = new Set(['message', 'mensagem', 'mensaje', 'key']);

interface Header {
  line: number;
  delimiter: string;
  keys: string[];
}

/**
 * The rows of a table with a header that names an id: CSV with `,`, `;` or tab, or Markdown. Null where there is none.
 * Splitting is all that is needed here, where every page and the worker load it.
 */
export function readTable(text: string): Node[] | null {
  const lines = text.split('\n');
  const header = findHeader(lines.slice(0, headerWithin));
  if (!header) return null;
  let at = 0;
  return lines.flatMap((line, index) => {
    const start = at;
    at += line.length + 1;
    if (index <= header.line) return [];
    const cells = splitRow(line, header.delimiter);
    const entries = header.keys.flatMap((key, column) => {
      const cell = cells[column];
      return key && cell ? [{ key, value: { text: cell, at: start + column, cut: false } }] : [];
    });
    return [{ entries, loose: [] }];
  });
}

function findHeader(lines: readonly string[]): Header | null {
  for (const [line, text] of lines.entries()) {
    if (text.length > longestHeader || /[{}=]|\d{8}/.test(text)) continue;
    for (const delimiter of delimiters) {
      if (!text.includes(delimiter)) continue;
      const keys = splitRow(text, delimiter);
      if (keys.some((key) => idRoles.includes(roleOf(key).role))) return { line, delimiter, keys };
      const column = keys.findIndex((key) => idColumns.has(plainKey(key)));
      if (column >= 0 && keys.some((key) => roleOf(key).role === 'chat')) {
        return { line, delimiter, keys: keys.with(column, 'messageId') };
      }
    }
  }
  return null;
}

/** The cells of one row, without quotes and the code marks of Markdown. */
function splitRow(row: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const char of row.trimEnd()) {
    if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell].map((text) => text.trim().replace(/^[=`*'\s]+|[`*'\s]+$/g, ''));
}
