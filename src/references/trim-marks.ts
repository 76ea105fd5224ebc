/**
 * Removes characters from both ends of a text. A regular expression that ends in `+$` would take quadratic time on a long
 * run of them inside the text.
 */
export function trimMarks(text: string, atStart: ReadonlySet<string>, atEnd: ReadonlySet<string>): string {
  let start = 0;
  let end = text.length;
  while (start < end && atStart.has(text.charAt(start))) start += 1;
  while (end > start && atEnd.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
