const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' };

/** Resolves the backslashes of a string, however often it was escaped. */
export function resolveEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\+(.)/g, (_, char: string) => letters[char] ?? char);
}
