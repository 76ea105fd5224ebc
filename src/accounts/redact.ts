/** What stands in the place of a secret. */
export const mask = '••••';
/** A shorter one stands in too many words. */
const minLength = 4;
/** Of a secret of so many characters a part gives it away too: a run of so many of them. */
const minLengthToCut = 16;
const runLength = 12;
/** A base64 of fewer characters would be found in too many texts. */
const minLengthInBase64 = 8;
/** Escapes within escapes are undone so many times. */
const maxLayers = 4;

const escapes =
  /\\+u([0-9a-f]{4})|\\+x([0-9a-f]{2})|%(?:25)*([0-9a-f]{2})|&#x([0-9a-f]{1,6});|&#(\d{1,7});|&(amp|lt|gt|quot|apos);|\\+(["'`\\/])/gi;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Masks every secret in a text. */
export type Redact = (text: string) => string;

/**
 * Makes the function that masks these secrets in any text, however they are written there: in another case, escaped as
 * in JSON, URLs or HTML, also twice, in base64, and where they are long also parts of them.
 */
export function createRedact(secrets: readonly string[]): Redact {
  const spellings = secrets
    .filter(({ length }) => length >= minLength)
    .flatMap((secret) => [secret, ...inBase64(secret)])
    .map(lowerCase);
  const whole = [...new Set(spellings.filter(({ length }) => length < minLengthToCut))];
  const long = spellings.filter(({ length }) => length >= minLengthToCut);
  const runs = new Set(long.flatMap((spelling) => piecesOf(spelling, runLength)));
  // Any run holds one of its halves at a multiple of their length: so most of a text need not be looked at.
  const half = runLength / 2;
  const halves = new Set(long.flatMap((spelling) => piecesOf(spelling, half)));

  function find(text: string): Range[] {
    const found: Range[] = [];
    for (const spelling of whole) {
      for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
        found.push({ from: at, to: at + spelling.length });
      }
    }
    for (let at = 0; at + half <= text.length; at += half) {
      if (!halves.has(text.slice(at, at + half))) continue;
      for (let from = Math.max(0, at - half + 1); from <= at; from += 1) {
        if (runs.has(text.slice(from, from + runLength))) found.push({ from, to: from + runLength });
      }
    }
    return found;
  }

  return (text) => {
    const found: Range[] = [];
    let view: View | null = { text, places: null };
    for (let layer = 0; view && layer <= maxLayers; layer += 1) {
      const { places } = view;
      for (const { from, to } of find(lowerCase(view.text))) {
        found.push(places ? { from: places[from] ?? 0, to: places[to] ?? text.length } : { from, to });
      }
      view = unescapeOnce(view);
    }
    return found.length > 0 ? maskRanges(text, found) : text;
  };
}

/** The same value with the secrets masked in all its strings, except in those that are Pushpin's own words. */
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

interface Range {
  from: number;
  to: number;
}

/** A text after its escapes were undone. */
interface View {
  text: string;
  /** Where each of its characters began in the first text, and where that ended; null where nothing was undone. */
  places: number[] | null;
}

function unescapeOnce({ text, places }: View): View | null {
  const placeOf = (index: number): number => (places ? (places[index] ?? 0) : index);
  const own: number[] = [];
  let plain = '';
  let done = 0;
  const take = (until: number): void => {
    plain += text.slice(done, until);
    for (; done < until; done += 1) own.push(placeOf(done));
  };
  for (const match of text.matchAll(escapes)) {
    take(match.index);
    plain += charOf(match);
    own.push(placeOf(match.index));
    done = match.index + match[0].length;
  }
  if (done === 0) return null;
  take(text.length);
  own.push(placeOf(text.length));
  return { text: plain, places: own };
}

/** One UTF-16 unit: no secret has a character that needs two. */
function charOf([, json, hex, url, htmlHex, htmlNumber, entity, sign]: RegExpMatchArray): string {
  const code = json ?? hex ?? url ?? htmlHex;
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  if (htmlNumber !== undefined) return String.fromCharCode(Number(htmlNumber));
  return entities[entity?.toLowerCase() ?? ''] ?? sign ?? '';
}

/** Length stays as it is, which `toLowerCase` does not promise for every script. */
const lowerCase = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const piecesOf = (text: string, length: number): string[] =>
  Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length));

/** What every base64 has of a secret that stands somewhere in it, for each of the three places where it may begin. */
function inBase64(secret: string): string[] {
  if (secret.length < minLengthInBase64) return [];
  const bytes = new TextEncoder().encode(secret);
  return [0, 1, 2].flatMap((before) => {
    const base64 = btoa('\0'.repeat(before) + String.fromCharCode(...bytes));
    const own = base64.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function maskRanges(text: string, ranges: Range[]): string {
  let masked = '';
  let done = 0;
  let last = -1;
  for (const { from, to } of ranges.sort((a, b) => a.from - b.from)) {
    // What touches is one secret.
    if (from > last) masked += text.slice(done, from) + mask;
    last = Math.max(last, to);
    done = last;
  }
  return masked + text.slice(done);
}
