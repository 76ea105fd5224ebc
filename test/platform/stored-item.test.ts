import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storedItem, UnreadableItem } from '../../src/platform/stored-item.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const item = storedItem('local', 'counts', v.record(v.string(), v.number()), {});
const { kept } = browser.storage.local;

beforeEach(() => vi.stubGlobal('navigator', { locks: createLocks() }));

afterEach(() => {
  kept.clear();
  vi.unstubAllGlobals();
});

describe('a stored item', () => {
  it('is the default where there is none', async () => expect(await item.get()).toEqual({}));

  it('is what was written', async () => {
    await item.update(() => ({ a: 1 }));
    expect(await item.get()).toEqual({ a: 1 });
  });

  it('lives in its own area', async () => {
    await storedItem('session', 'counts', v.number(), 0).update(() => 7);
    expect([kept.has('counts'), browser.storage.session.kept.get('counts')]).toEqual([false, 7]);
  });

  it('gives back what it wrote', async () => expect(await item.update((all) => ({ ...all, a: 1 }))).toEqual({ a: 1 }));

  it('loses no change of several at once', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `n${index}`);
    await Promise.all(names.map((name) => item.update((all) => ({ ...all, [name]: 1 }))));
    expect(Object.keys(await item.get())).toEqual(names);
  });

  it('is left as it was by a change that throws, and can be changed again', async () => {
    await item.update(() => ({ a: 1 }));
    const refused = item.update(() => {
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(await item.update((all) => ({ ...all, b: 2 }))).toEqual({ a: 1, b: 2 });
  });
});

describe('an item of another shape', () => {
  beforeEach(() => void kept.set('counts', { a: 'many' }));

  it('is not read, and says which', async () => {
    await expect(item.get()).rejects.toThrow(UnreadableItem);
    // What a page is told of it, see `describeWorkerError`.
    await expect(item.get()).rejects.toMatchObject({ name: 'UnreadableItem' });
    await expect(item.get()).rejects.toThrow('counts');
  });

  it('is never overwritten', async () => {
    await expect(item.update(() => ({}))).rejects.toThrow(UnreadableItem);
    expect(kept.get('counts')).toEqual({ a: 'many' });
  });

  it('shows nothing of its content in the error', async () => {
    kept.set('counts', { a: 'F0011223344' });
    await expect(item.get()).rejects.not.toThrow('F0011223344');
  });
});
