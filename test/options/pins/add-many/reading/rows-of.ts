import type { ReadOptions } from '../../../../../src/options/pins/add-many/reading/find-table.ts';
import { readRows } from '../../../../../src/options/pins/add-many/reading/read-rows.ts';
import type { Row } from '../../../../../src/options/pins/add-many/reading/row.ts';
import { chunksOf, gather } from './logs.ts';

const asItSays: ReadOptions = { roles: null, accountNames: [] };

/** Reads all rows of a text in chunks of these lengths. */
export async function rowsOf(
  text: string,
  lengths: readonly number[] = [text.length || 1],
  size?: number,
  howToRead = asItSays,
): Promise<Row[]> {
  return gather((await readRows(chunksOf(text, lengths), howToRead, size)).rows);
}
