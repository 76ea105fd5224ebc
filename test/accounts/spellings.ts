/** The spellings that a provider, a proxy or a framework may give a text. */
export const spellings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'in JSON': (text) => JSON.stringify(text).slice(1, -1),
  'in \\u escapes': (text) => text.replace(/./gs, (sign) => `\\u${hex(sign, 4)}`),
  'in \\U escapes': (text) => text.replace(/./gs, (sign) => `\\u${hex(sign, 4).toUpperCase()}`),
  'in a URL': encodeURIComponent,
  'in percent signs': (text) => text.replace(/./gs, (sign) => `%${hex(sign, 2)}`),
  'in HTML': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'in HTML numbers': (text) => text.replace(/./gs, (sign) => `&#${sign.charCodeAt(0)};`),
  'in HTML hexadecimals': (text) => text.replace(/./gs, (sign) => `&#x${hex(sign, 2)};`),
};
const hex = (sign: string, digits: number) => sign.charCodeAt(0).toString(16).padStart(digits, '0');

/** Returns the parts of 12 characters of the secrets that a text contains, in any case and however often escaped. */
export function givenAway(text: string, secrets: readonly string[]): string[] {
  const plain = unescapeAll(text).toLowerCase();
  return secrets.flatMap((secret) =>
    Array.from({ length: Math.max(1, secret.length - 11) }, (_, index) => secret.slice(index, index + 12)).filter(
      (part) => plain.includes(part.toLowerCase()),
    ),
  );
}

/** Undoes every escape that a reader of the text might undo. */
function unescapeAll(text: string): string {
  const once = text
    .replace(/\\+u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name as 'amp'])
    .replace(/\\(["\\/])/g, '$1');
  return once === text ? text : unescapeAll(once);
}
