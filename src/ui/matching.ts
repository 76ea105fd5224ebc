/** Normalizes a text for searching: without case, accents and marks. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The searched texts of an option: its words, folded, and the digits of its number. */
export interface Searchable {
  folded: string;
  digits: string;
}

/**
 * Returns the options that contain every word of the query, or all its digits if it looks like a phone number. Keeps
 * their order.
 */
export function matching<T extends Searchable>(options: readonly T[], query: string): readonly T[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const digits = /^[+\d\s().\-\u00a0\u2011]+$/.test(query) ? query.replace(/\D/g, '') : '';
  return options.filter(
    (option) =>
      words.every((word) => option.folded.includes(word)) || (digits !== '' && option.digits.includes(digits)),
  );
}
