import type { RowEdit } from '../editing/row-edit';
import type { ReviewRow } from './review-row';

/** One answer for all rows that ask for their country: their numbers read as numbers of one country. */
export interface CountryAnswer {
  /** `+55` */
  callingCode: string;
  /** The edits that answer the question, by row index. */
  edits: ReadonlyMap<number, RowEdit>;
}

/** Returns the possible answers, those for most rows first. */
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
