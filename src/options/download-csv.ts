/**
 * Saves the lines of a CSV file as a download.
 * @param name the name of the file. Its extension, if any, becomes `.csv`.
 */
export function downloadCsv(name: string, lines: readonly string[]): void {
  // The byte order mark tells Excel that the file is UTF-8.
  const url = URL.createObjectURL(new Blob(['\ufeff', ...lines], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/\.\w{1,5}$/, '').replace(/[^\p{L}\p{N} ._-]/gu, '_')}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), urlLifetimeMs);
}

/** The time after which the download has started, in ms. Its URL can then be revoked. */
const urlLifetimeMs = 60_000;
