import { findReferences } from '../../references';
import { readCells } from './cells';
import { type Meaning, meaningOfName } from './columns';
import type { Row } from './row';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The rows of a piece of JSON, an array or lines of objects, where these say an account, an action or a duration; null
 * for anything else, which is read as a text.
 */
export function readObjectRows(piece: string, first: number): Row[] | null {
  const objects = objectsIn(piece.trim());
  if (!objects?.some((object) => Object.keys(object).some(meaningOfName))) return null;
  return objects.flatMap((object, index) => readObject(object, first + index));
}

function readObject(object: Fields, line: number): Row[] {
  const said: Partial<Record<Meaning, string>> = {};
  const rest = Object.entries(object).filter(([name, value]) => {
    const meaning = meaningOfName(name);
    if (!meaning || said[meaning] !== undefined || typeof value === 'object') return true;
    said[meaning] = String(value);
    return false;
  });
  const text = JSON.stringify(Object.fromEntries(rest));
  const about = readCells(line, text, (meaning) => said[meaning] ?? '');
  const found = findReferences(text);
  return found.length === 0 ? [{ ...about, reference: null }] : found.map((reference) => ({ ...about, reference }));
}

/** A piece of an array begins and ends with what is left of its brackets and commas. */
function objectsIn(text: string): Fields[] | null {
  if (!/^\[?\s*,?\s*\{/.test(text)) return null;
  const inside = text.replace(/^\[?\s*,?/, '').replace(/,$/, '');
  const values = parsed(`[${inside}]`) ?? parsed(`[${inside}`) ?? parsed(`[${inside.replace(/\r?\n/g, ',')}]`);
  return values?.every((value): value is Fields => typeof value === 'object' && value !== null) ? values : null;
}

function parsed(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
