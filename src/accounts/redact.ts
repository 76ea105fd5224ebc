/** The text that replaces a secret. */
export const mask = '••••';
/** The minimum length of a masked secret. Shorter ones occur in too many words. */
const minLength = 4;
/** The minimum length of a secret of which every part of `partLength` characters is masked too. */
const minLengthToMaskParts = 16;
const partLength = 12;
/** The minimum length of a secret whose base64 is masked. That of shorter ones occurs in too many texts. */
const minLengthInBase64 = 8;
/** The maximum number of nested layers of escapes that are undone. */
const maxLayers = 4;

const escapes =
  /\\+u([0-9a-f]{4})|\\+x([0-9a-f]{2})|%(?:25)*([0-9a-f]{2})|&#x([0-9a-f]{1,6});|&#(\d{1,7});|&(amp|lt|gt|quot|apos);|\\+(["'`\\/])/gi;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Masks every secret in a text. */
export type Redact = (text: string) => string;

/**
 * Creates the function that masks these secrets in any text. It finds them in another case, in base64, and escaped as
 * in JSON, URLs or HTML, also in several layers. It finds parts of long secrets as well.
 */
export function createRedact(secrets: readonly string[]): Redact {
  const spellings = secrets
    .filter(({ length }) => length >= minLength)
    .flatMap((secret) => [secret, ...base64Of(secret)])
    .map(lowerCase);
  const short = [...new Set(spellings.filter(({ length }) => length < minLengthToMaskParts))];
  const long = spellings.filter(({ length }) => length >= minLengthToMaskParts);
  const parts = new Set(long.flatMap((spelling) => substringsOf(spelling, partLength)));
  // Every part covers one of its halves at an index that is a multiple of the half's length. Only those are looked up.
  const halfLength = partLength / 2;
  const halves = new Set(long.flatMap((spelling) => substringsOf(spelling, halfLength)));

  function findSecrets(text: string): Range[] {
    const ranges: Range[] = [];
    for (const spelling of short) {
      for (let index = text.indexOf(spelling); index >= 0; index = text.indexOf(spelling, index + 1)) {
        ranges.push({ start: index, end: index + spelling.length });
      }
    }
    for (let index = 0; index + halfLength <= text.length; index += halfLength) {
      if (!halves.has(text.slice(index, index + halfLength))) continue;
      for (let start = Math.max(0, index - halfLength + 1); start <= index; start += 1) {
        if (parts.has(text.slice(start, start + partLength))) ranges.push({ start, end: start + partLength });
      }
    }
    return ranges;
  }

  return (text) => {
    const ranges: Range[] = [];
    let layer: Layer | null = { text, offsets: null };
    for (let depth = 0; layer && depth <= maxLayers; depth += 1) {
      const { offsets } = layer;
      for (const { start, end } of findSecrets(lowerCase(layer.text))) {
        ranges.push(offsets ? { start: offsets[start] ?? 0, end: offsets[end] ?? text.length } : { start, end });
      }
      layer = unescapeOnce(layer);
    }
    return ranges.length > 0 ? maskRanges(text, ranges) : text;
  };
}

/**
 * Returns the value with the secrets masked in all its strings, except in `kind` and `reason`, which are Pushpin's own
 * words.
 */
export function redactStrings<T>(value: T, redact: Redact): T {
  if (typeof value === 'string') return redact(value) as T;
  if (Array.isArray(value)) return value.map((each) => redactStrings(each, redact)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    name === 'kind' || name === 'reason' ? each : redactStrings(each, redact),
  ]);
  return Object.fromEntries(entries) as T;
}

/** A part of a text, from `start` up to but not including `end`. */
interface Range {
  start: number;
  end: number;
}

/** A text after some layers of escapes were undone. */
interface Layer {
  text: string;
  /**
   * The offset in the original text at which each character begins, and finally the offset of the end. Null for the
   * original text itself.
   */
  offsets: number[] | null;
}

/** Undoes one layer of escapes, or returns null if there is none. */
function unescapeOnce({ text, offsets }: Layer): Layer | null {
  const offsetOf = (index: number): number => (offsets ? (offsets[index] ?? 0) : index);
  const newOffsets: number[] = [];
  let unescaped = '';
  let copiedTo = 0;
  const copyUntil = (end: number): void => {
    unescaped += text.slice(copiedTo, end);
    for (; copiedTo < end; copiedTo += 1) newOffsets.push(offsetOf(copiedTo));
  };
  for (const match of text.matchAll(escapes)) {
    copyUntil(match.index);
    unescaped += characterOf(match);
    newOffsets.push(offsetOf(match.index));
    copiedTo = match.index + match[0].length;
  }
  if (copiedTo === 0) return null;
  copyUntil(text.length);
  newOffsets.push(offsetOf(text.length));
  return { text: unescaped, offsets: newOffsets };
}

/** Returns the UTF-16 unit that an escape stands for. No secret has a character of two units. */
function characterOf([, json, hex, url, htmlHex, htmlNumber, entity, quoted]: RegExpMatchArray): string {
  const code = json ?? hex ?? url ?? htmlHex;
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  if (htmlNumber !== undefined) return String.fromCharCode(Number(htmlNumber));
  return entities[entity?.toLowerCase() ?? ''] ?? quoted ?? '';
}

/**
 * Converts only A to Z to lower case, so that the text keeps its length. `toLowerCase` does not promise that for every
 * script.
 */
const lowerCase = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const substringsOf = (text: string, length: number): string[] =>
  Array.from({ length: text.length - length + 1 }, (_, index) => text.slice(index, index + length));

/**
 * Returns the base64 characters that depend on the secret alone, for each of the three alignments that it can have inside
 * a longer encoded text.
 */
function base64Of(secret: string): string[] {
  if (secret.length < minLengthInBase64) return [];
  const bytes = new TextEncoder().encode(secret);
  return [0, 1, 2].flatMap((padding) => {
    const base64 = btoa('\0'.repeat(padding) + String.fromCharCode(...bytes));
    const ownPart = base64.slice(Math.ceil((padding * 8) / 6), Math.floor(((padding + bytes.length) * 8) / 6));
    return [ownPart, ownPart.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function maskRanges(text: string, ranges: Range[]): string {
  let masked = '';
  let copiedTo = 0;
  let lastEnd = -1;
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    // Ranges that touch or overlap get one mask.
    if (start > lastEnd) masked += text.slice(copiedTo, start) + mask;
    lastEnd = Math.max(lastEnd, end);
    copiedTo = lastEnd;
  }
  return masked + text.slice(copiedTo);
}
