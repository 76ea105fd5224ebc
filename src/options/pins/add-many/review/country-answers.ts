import type { RowEdit } from '../editing/row-edit';
import type { ReviewRow } from './review-row';

/** One answer for every row that has the same question: numbers without a country code, taken for one country's. */
export interface CountryAnswer {
  /** `+55` */
  callingCode: string;
  /** What each row says then, by its place. */
  edits: ReadonlyMap<number, RowEdit>;
}

/** The answers that fit, those for most rows first. */
export function countryAnswers(rows: readonly ReviewRow[]): CountryAnswer[] {
  const found = new Map<string, Map<number, RowEdit>>();
  for (const [place, { problem, readings }] of rows.entries()) {
    if (problem !== 'chat-country') continue;
    for (const { number, shown } of readings) {
      const [callingCode = ''] = shown.split(' ');
      const edits = found.get(callingCode) ?? new Map<number, RowEdit>();
      found.set(callingCode, edits.set(place, { chat: number }));
    }
  }
  return [...found].map(([callingCode, edits]) => ({ callingCode, edits })).sort((a, b) => b.edits.size - a.edits.size);
}
