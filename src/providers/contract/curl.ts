/** The value of a header in a pasted curl command or a list of headers: `-H 'Name: value'`, `Name: value`, `"Name":"value"`. */
export function pastedHeader(text: string, name: string): string | null {
  const header = new RegExp(
    String.raw`(?<![\w-])${name}["']?\s{0,3}:\s{0,3}["']?(?:Bearer\s{1,3})?([^\s"'\\,;<>{}]{4,2000})`,
    'i',
  );
  return header.exec(text)?.[1] ?? null;
}
