/**
 * Returns the value of a header in a pasted curl command or a list of headers (`-H 'Name: value'`, `Name: value`,
 * `"Name":"value"`). Returns null if the header is missing or its value is a placeholder (`<token>`, `{{apiKey}}`).
 */
export function pastedHeader(text: string, name: string): string | null {
  const match = new RegExp(
    String.raw`(?<![\w-])${name}["']?\s{0,3}:\s{0,3}["']?(?:Bearer\s{1,3})?([\w.~+/=-]{6,2000})`,
    'i',
  ).exec(text);
  const value = match?.[1] ?? '';
  return value === '' || /^(?:bearer|basic)$/i.test(value) ? null : value;
}
