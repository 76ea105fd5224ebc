import * as v from 'valibot';
import { browser } from './browser';
import { withLock } from './locks';

/** One checked value in `chrome.storage`. */
export interface StoredItem<T> {
  /** The value, or the default where there is none. Throws `UnreadableItem` for a value of another shape. */
  get(): Promise<T>;
  /** Reads, changes and writes without another writer in between; what is thrown inside leaves the value as it was. */
  update(change: (value: T) => T): Promise<T>;
}

/** A stored value that Pushpin cannot read; it is left as it is. */
export class UnreadableItem extends Error {
  /** Pages know the error by its name: classes are lost on the way to them. */
  override readonly name = 'UnreadableItem';

  constructor(readonly key: string) {
    super(`The stored item "${key}" has a shape that this version cannot read.`);
  }
}

/**
 * Declares the value under `key`.
 * @example const lastDays = storedItem('local', 'last-days', v.record(v.string(), v.number()), {});
 */
export function storedItem<T>(
  area: 'local' | 'session',
  key: string,
  schema: v.GenericSchema<unknown, T>,
  initial: T,
): StoredItem<T> {
  async function get(): Promise<T> {
    const { [key]: stored } = await browser.storage[area].get(key);
    if (stored === undefined) return initial;
    const read = v.safeParse(schema, stored);
    if (!read.success) throw new UnreadableItem(key);
    return read.output;
  }
  return {
    get,
    update: (change) =>
      withLock(`storage:${area}:${key}`, async () => {
        const value = change(await get());
        await browser.storage[area].set({ [key]: value });
        return value;
      }),
  };
}
