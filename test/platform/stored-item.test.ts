import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NewerItem, sessionItem, storedItem, UnreadableItem } from '../../src/platform/stored-item.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const { kept } = browser.storage.local;

// Version 1 was a list of names, version 2 a count for each, version 3 calls the counts `total`.
const names = v.array(v.string());
const counts = v.record(v.string(), v.number());
const totals = v.record(v.string(), v.object({ total: v.number() }));
const toCounts = v.pipe(
  names,
  v.transform((all) => Object.fromEntries(all.map((name) => [name, 1]))),
);
const toTotals = v.pipe(
  counts,
  v.transform((all) => Object.fromEntries(Object.entries(all).map(([name, total]) => [name, { total }]))),
);
const item = storedItem('counts', { schema: totals, initial: {}, migrations: [toCounts, toTotals] });

beforeEach(() => vi.stubGlobal('navigator', { locks: createLocks() }));

afterEach(() => {
  kept.clear();
  browser.storage.session.kept.clear();
  vi.unstubAllGlobals();
});

describe('a stored item', () => {
  it('a stored item is the initial value if nothing is stored', async () => expect(await item.get()).toEqual({}));

  it('a stored item is what was written, and is stored with its version', async () => {
    await item.update(() => ({ a: { total: 1 } }));
    expect(await item.get()).toEqual({ a: { total: 1 } });
    expect(kept.get('counts')).toEqual({ version: 3, value: { a: { total: 1 } } });
  });

  it('a stored item returns what it wrote', async () =>
    expect(await item.update((all) => ({ ...all, a: { total: 1 } }))).toEqual({ a: { total: 1 } }));

  it('a stored item loses no change of several at once', async () => {
    const all = Array.from({ length: 20 }, (_, index) => `n${index}`);
    await Promise.all(all.map((name) => item.update((before) => ({ ...before, [name]: { total: 1 } }))));
    expect(Object.keys(await item.get())).toEqual(all);
  });

  it('a stored item is left as it was by a change that throws, and can be changed again', async () => {
    await item.update(() => ({ a: { total: 1 } }));
    const refused = item.update(() => {
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(await item.update((all) => ({ ...all, b: { total: 2 } }))).toEqual({ a: { total: 1 }, b: { total: 2 } });
  });
});

describe('an item of an earlier version', () => {
  const earlier: [string, unknown][] = [
    ['without a version, which counts as version 1,', ['a']],
    ['of version 1', { version: 1, value: ['a'] }],
    ['of version 2', { version: 2, value: { a: 1 } }],
  ];

  it.each(earlier)('an item %s is read as the newest version, and not written by being read', async (_what, stored) => {
    kept.set('counts', stored);
    expect(await item.get()).toEqual({ a: { total: 1 } });
    expect(kept.get('counts')).toEqual(stored);
  });

  it.each(earlier)('an item %s is stored as the newest version by the next change', async (_what, stored) => {
    kept.set('counts', stored);
    await item.update((all) => ({ ...all, b: { total: 2 } }));
    expect(kept.get('counts')).toEqual({ version: 3, value: { a: { total: 1 }, b: { total: 2 } } });
  });

  it('an item of version 1 that the migration cannot read is unreadable, and left as it is', async () => {
    kept.set('counts', { version: 1, value: { a: 1 } });
    await expect(item.update(() => ({}))).rejects.toThrow(UnreadableItem);
    expect(kept.get('counts')).toEqual({ version: 1, value: { a: 1 } });
  });
});

describe('an item of a newer version', () => {
  // Its value could be read by this version, which does not know what else it means.
  const newer = { version: 4, value: { a: { total: 1 } } };
  beforeEach(() => void kept.set('counts', newer));

  it('an item of a newer version is not read, and the error says so by its name', async () => {
    await expect(item.get()).rejects.toThrow(NewerItem);
    await expect(item.get()).rejects.toMatchObject({ name: 'NewerItem', message: 'counts' });
  });

  it('an item of a newer version is never overwritten', async () => {
    await expect(item.update(() => ({}))).rejects.toThrow(NewerItem);
    expect(kept.get('counts')).toEqual(newer);
  });
});

describe('an item of another shape', () => {
  const damaged = { version: 3, value: { a: 'many' } };
  beforeEach(() => void kept.set('counts', damaged));

  it('an item of another shape is not read, and the error says so by its name', async () => {
    await expect(item.get()).rejects.toThrow(UnreadableItem);
    await expect(item.get()).rejects.toMatchObject({ name: 'UnreadableItem', message: 'counts' });
  });

  it('an item of another shape is never overwritten', async () => {
    await expect(item.update(() => ({}))).rejects.toThrow(UnreadableItem);
    expect(kept.get('counts')).toEqual(damaged);
  });

  it('an item of another shape shows nothing of its content in the error', async () => {
    kept.set('counts', { version: 3, value: { a: 'F0011223344' } });
    await expect(item.get()).rejects.not.toThrow('F0011223344');
  });
});

describe('an item of the session', () => {
  const session = sessionItem('counts', v.number(), 0);

  it('an item of the session lives in the area of the session alone, without a version', async () => {
    await session.update((count) => count + 7);
    expect([kept.has('counts'), browser.storage.session.kept.get('counts')]).toEqual([false, 7]);
    expect(await session.get()).toBe(7);
  });

  it('an item of the session is not read in another shape', async () => {
    browser.storage.session.kept.set('counts', 'many');
    await expect(session.get()).rejects.toThrow(UnreadableItem);
  });
});
