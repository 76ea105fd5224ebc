/** Text as it is searched: without case, accents and marks. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What is searched in an option: its words folded, its number as digits. */
export interface Searchable {
  folded: string;
  digits: string;
}

/** The options that have every word of the query, or its digits where it looks like a number; in their order. */
export function matching<T extends Searchable>(options: readonly T[], query: string): readonly T[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const digits = /^[+\d\s().\-\u00a0\u2011]+$/.test(query) ? query.replace(/\D/g, '') : '';
  return options.filter(
    (option) =>
      words.every((word) => option.folded.includes(word)) || (digits !== '' && option.digits.includes(digits)),
  );
}
