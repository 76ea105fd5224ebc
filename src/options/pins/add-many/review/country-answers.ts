import type { RowEdit } from '../editing/row-edit';
import type { ReviewRow } from './review-row';

/** One answer for all rows whose numbers can be read with the same calling code. */
export interface CountryAnswer {
  /** The calling code, such as `+55`. */
  callingCode: string;
  /** The edits that answer the question, by row index. */
  edits: ReadonlyMap<number, RowEdit>;
}

/** Returns the possible answers. Those that answer the most rows come first. */
export function countryAnswers(rows: readonly ReviewRow[]): CountryAnswer[] {
  const editsByCode = new Map<string, Map<number, RowEdit>>();
  for (const [rowIndex, { problem, readings }] of rows.entries()) {
    if (problem !== 'chat-country') continue;
    for (const { number, formatted } of readings) {
      const [callingCode = ''] = formatted.split(' ');
      const edits = editsByCode.get(callingCode) ?? new Map<number, RowEdit>();
      editsByCode.set(callingCode, edits.set(rowIndex, { chat: number }));
    }
  }
  return [...editsByCode]
    .map(([callingCode, edits]) => ({ callingCode, edits }))
    .sort((a, b) => b.edits.size - a.edits.size);
}
