/** Spreadsheets run a cell that begins so as a formula. https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[=+\-@\t\r]/;

/** One line of a CSV file. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Saves a CSV file among the downloads. */
export function download(name: string, lines: readonly string[]): void {
  // The mark tells Excel that it is UTF-8.
  const url = URL.createObjectURL(new Blob(['\ufeff', ...lines], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/\.\w{1,5}$/, '').replace(/[^\p{L}\p{N} ._-]/gu, '_')}.csv`;
  link.click();
  // The download has its own hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
