/** How long a piece of a text is, in UTF-16 units, give or take the half. */
const pieceLength = 512 * 1024;
/** A text without any line end or bracket in so many pieces is parted at a blank, at worst anywhere. */
const maxPiecesWithoutBreak = 4;
/** What stands before the first of many objects is repeated before the next piece, if it is not longer than this. */
const maxOpeningLength = 2_000;

/**
 * Cuts a text that comes in chunks into pieces that can be read by themselves: between objects or lines, so that an id
 * is not parted from its chat. What encloses a list (`{"chat":…,"messages":[`) comes along with each of its pieces.
 */
export async function* pieces(chunks: AsyncIterable<string>, size = pieceLength): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    rest += chunk;
    while (rest.length >= size * 1.5) {
      const cut = findCut(rest, size);
      if (!cut) break;
      yield rest.slice(0, cut.at);
      rest = cut.opening + rest.slice(cut.at);
    }
  }
  if (rest.trim() !== '') yield rest;
}

interface Cut {
  at: number;
  /** What is repeated before the rest. */
  opening: string;
}

/** A place to cut. Line ends go before brackets; the fewer brackets are open there the better; then a blank line. */
interface Place extends Cut {
  depth: number;
  rank: number;
}

function isBetter(rank: number, depth: number, than: Place): boolean {
  const isLine = rank > 1;
  const wasLine = than.rank > 1;
  if (isLine !== wasLine) return isLine;
  return depth < than.depth || (depth === than.depth && rank >= than.rank);
}

/** JSON that begins with its first bracket encloses the rest; a bracket that was left open inside a log does not. */
function openingOf(text: string, [first, ...others]: readonly number[]): string {
  const last = others.at(-1) ?? first;
  if (first === undefined || last === undefined || last > maxOpeningLength) return '';
  return /^\s*[[{]\s*["[{]/.test(text) && text.slice(0, first).trim() === '' ? text.slice(0, last + 1) : '';
}

function findCut(text: string, size: number): Cut | null {
  const open: number[] = [];
  /** What is closed without having been opened was opened before the piece. */
  let unopened = 0;
  let quoted = false;
  let best: Place | null = null;

  for (let at = 0; at < text.length; at += 1) {
    if (at >= size && best) break;
    const char = text.charCodeAt(at);
    let rank = 0;
    if (char === 10) {
      quoted = false;
      rank = text.charCodeAt(at - 1) === 10 ? 3 : 2;
    } else if (char === 34) quoted = !quoted;
    else if (char === 92) at += 1;
    else if (!quoted && (char === 123 || char === 91)) open.push(at);
    else if (!quoted && (char === 125 || char === 93)) {
      if (open.pop() === undefined) unopened += 1;
      rank = 1;
    }
    if (rank === 0 || at + 1 < size / 2) continue;
    const depth = open.length - unopened;
    if (best && !isBetter(rank, depth, best)) continue;
    best = { at: at + 1, depth, rank, opening: openingOf(text, open) };
  }
  if (best) return best;
  if (text.length < size * maxPiecesWithoutBreak) return null;
  const blank = text.slice(0, size).search(/[\s,;](?=[^\s,;]*$)/);
  return { at: blank > 0 ? blank + 1 : size, opening: '' };
}
