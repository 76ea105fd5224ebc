/** The usual length of a piece in UTF-16 units; pieces are half to one and a half times as long. */
const pieceLength = 512 * 1024;
/** The number of pieces without a line end or a bracket after which a text is cut at a blank, or else anywhere. */
const maxPiecesWithoutBreak = 4;
/** The longest opening of a list that is repeated before each of its pieces, in UTF-16 units. */
const maxOpeningLength = 2_000;

/**
 * Cuts a text that arrives in chunks into pieces that can be read separately. Cuts are between objects or lines, so
 * that an id stays with its chat. The opening of a list (`{"chat":…,"messages":[`) is repeated before each of its
 * pieces.
 */
export async function* splitText(chunks: AsyncIterable<string>, size = pieceLength): AsyncGenerator<string> {
  let buffer = '';
  for await (const chunk of chunks) {
    buffer += chunk;
    while (buffer.length >= size * 1.5) {
      const cut = findCut(buffer, size);
      if (!cut) break;
      yield buffer.slice(0, cut.index);
      buffer = cut.opening + buffer.slice(cut.index);
    }
  }
  if (buffer.trim() !== '') yield buffer;
}

interface Cut {
  index: number;
  /** The text to repeat before the next piece. */
  opening: string;
}

/**
 * A possible cut. `isBetter` compares two of them: a line end is better than a bracket; if both are alike, the one with
 * fewer open brackets is better, and then the one with the higher rank.
 */
interface Candidate extends Cut {
  /** The number of open brackets. */
  depth: number;
  /** 1: a closing bracket, 2: a line end, 3: a blank line. */
  rank: number;
}

function isBetter(rank: number, depth: number, than: Candidate): boolean {
  const isLine = rank > 1;
  const wasLine = than.rank > 1;
  if (isLine !== wasLine) return isLine;
  return depth < than.depth || (depth === than.depth && rank >= than.rank);
}

/**
 * Returns the opening of a JSON text with open brackets. A bracket that a log left open is not the opening of a list.
 */
function openingOf(text: string, [first, ...others]: readonly number[]): string {
  const last = others.at(-1) ?? first;
  if (first === undefined || last === undefined || last > maxOpeningLength) return '';
  return /^\s*[[{]\s*["[{]/.test(text) && text.slice(0, first).trim() === '' ? text.slice(0, last + 1) : '';
}

function findCut(text: string, size: number): Cut | null {
  const open: number[] = [];
  /** Closing brackets whose opening bracket is in an earlier piece. */
  let unopenedCount = 0;
  let isQuoted = false;
  let best: Candidate | null = null;

  for (let index = 0; index < text.length; index += 1) {
    if (index >= size && best) break;
    const char = text.charCodeAt(index);
    let rank = 0;
    if (char === 10) {
      isQuoted = false;
      rank = text.charCodeAt(index - 1) === 10 ? 3 : 2;
    } else if (char === 34) isQuoted = !isQuoted;
    else if (char === 92) index += 1;
    else if (!isQuoted && (char === 123 || char === 91)) open.push(index);
    else if (!isQuoted && (char === 125 || char === 93)) {
      if (open.pop() === undefined) unopenedCount += 1;
      rank = 1;
    }
    if (rank === 0 || index + 1 < size / 2) continue;
    const depth = open.length - unopenedCount;
    if (best && !isBetter(rank, depth, best)) continue;
    best = { index: index + 1, depth, rank, opening: openingOf(text, open) };
  }
  if (best) return best;
  if (text.length < size * maxPiecesWithoutBreak) return null;
  const blank = text.slice(0, size).search(/[\s,;](?=[^\s,;]*$)/);
  return { index: blank > 0 ? blank + 1 : size, opening: '' };
}
