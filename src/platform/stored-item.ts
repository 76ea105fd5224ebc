import * as v from 'valibot';
import { browser } from './browser';
import { withLock } from './locks';

/** One value in `chrome.storage`, checked whenever it is read. */
export interface StoredItem<T> {
  /** Returns the value, or the initial value if nothing is stored. Throws `UnreadableItem` or `NewerItem`. */
  get(): Promise<T>;
  /**
   * Replaces the current value by what `change` returns for it, and returns the new value. No other writer interferes.
   * Nothing is written if `change` throws or returns the current value itself, or if the current value cannot be read.
   */
  update(change: (value: T) => T): Promise<T>;
}

/**
 * Thrown if a stored value has a shape that this version cannot read. The value is left as it is. The message of the
 * error is the key of the value.
 */
export class UnreadableItem extends Error {
  /** Pages know the error by its name, because error classes are lost on the way to them. */
  override readonly name = 'UnreadableItem';
}

/**
 * Thrown if a stored value was written by a newer version of Pushpin. The value is left as it is. The message of the
 * error is the key of the value.
 */
export class NewerItem extends Error {
  /** Pages know the error by its name. */
  override readonly name = 'NewerItem';
}

interface StoredItemOptions<T> {
  /** The shape of the newest version. */
  schema: v.GenericSchema<unknown, T>;
  /** The value if nothing is stored. */
  initial: T;
  /**
   * One entry for each version after the first, which turns a value of the version before into a value of its own
   * version. An entry that has been published is never changed. Every version has a stored sample in
   * test/platform/stored.
   */
  migrations: readonly v.GenericSchema[];
}

/** The form in which items are stored. It must stay readable for every version of Pushpin that is still in use. */
const envelopeSchema = v.object({ version: v.number(), value: v.unknown() });

/**
 * Declares the value under `key` in `chrome.storage.local`. Its version is one more than the number of its migrations,
 * and is stored beside it. A value without a version was stored before items had versions, and counts as version 1. An
 * older value is migrated when it is read, and stored in its new shape with the next change.
 * @example const lastDays = storedItem('last-days', { schema: v.record(v.string(), v.number()), initial: {}, migrations: [] });
 */
export function storedItem<T>(key: string, { schema, initial, migrations }: StoredItemOptions<T>): StoredItem<T> {
  const ownVersion = migrations.length + 1;

  function decode(stored: unknown): T {
    const { version, value } = v.is(envelopeSchema, stored) ? stored : { version: 1, value: stored };
    if (version > ownVersion) throw new NewerItem(key);
    let migrated = value;
    for (const migration of migrations.slice(version - 1)) migrated = parse(key, migration, migrated);
    return parse(key, schema, migrated);
  }

  return createItem('local', key, initial, decode, (value) => ({ version: ownVersion, value }));
}

/** Calls `onChange` after the value under `key` in `chrome.storage.local` was changed by any part of the extension. */
export function onStoredChange(key: string, onChange: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (key in changes) onChange();
  });
}

/**
 * Declares the value under `key` in `chrome.storage.session`. It needs no version: Chrome empties this area when it
 * updates, reloads or disables the extension, so only the version that wrote a value ever reads it. Source:
 * docs/platform.md "Storage".
 */
export function sessionItem<T>(key: string, schema: v.GenericSchema<unknown, T>, initial: T): StoredItem<T> {
  return createItem(
    'session',
    key,
    initial,
    (stored) => parse(key, schema, stored),
    (value) => value,
  );
}

function parse<T>(key: string, schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new UnreadableItem(key);
  return result.output;
}

function createItem<T>(
  area: 'local' | 'session',
  key: string,
  initial: T,
  decode: (stored: unknown) => T,
  encode: (value: T) => unknown,
): StoredItem<T> {
  async function get(): Promise<T> {
    const { [key]: stored } = await browser.storage[area].get(key);
    return stored === undefined ? initial : decode(stored);
  }

  return {
    get,
    update: (change) =>
      withLock(`storage:${area}:${key}`, async () => {
        const current = await get();
        const value = change(current);
        if (value !== current) await browser.storage[area].set({ [key]: encode(value) });
        return value;
      }),
  };
}
