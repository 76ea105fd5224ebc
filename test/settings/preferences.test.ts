import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onChange } from '../../src/platform/changes.ts';
import { changePreferences, readPreferences } from '../../src/settings/preferences.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';
import withoutVersions from '../platform/stored/storage-without-versions.json' with { type: 'json' };

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const { kept } = browser.storage.local;

beforeEach(() => vi.stubGlobal('navigator', { locks: createLocks() }));

afterEach(() => {
  kept.clear();
  vi.unstubAllGlobals();
});

describe('preferences', () => {
  it('preferences have no country at first', async () => expect(await readPreferences()).toEqual({ country: null }));

  it('preferences are what was set last', async () => {
    await changePreferences({ country: 'BR' });
    await changePreferences({ country: 'IN' });
    expect(await readPreferences()).toEqual({ country: 'IN' });
  });

  it('preferences are announced to open pages when they change', async () => {
    const end = new AbortController();
    const subject = new Promise((resolve) => onChange(resolve, end.signal));
    await changePreferences({ country: 'BR' });
    expect(await subject).toBe('settings');
    end.abort();
  });

  it('preferences of the version before stored items had versions are read and can be changed', async () => {
    kept.set('preferences', withoutVersions.preferences);
    expect(await readPreferences()).toEqual({ country: 'BR' });
    await changePreferences({ country: null });
    expect(await readPreferences()).toEqual({ country: null });
  });

  it('preferences of a newer version are neither read nor changed', async () => {
    const newer = { version: 2, value: { country: 'BR' } };
    kept.set('preferences', newer);
    await expect(readPreferences()).rejects.toMatchObject({ name: 'NewerItem' });
    await expect(changePreferences({ country: null })).rejects.toMatchObject({ name: 'NewerItem' });
    expect(kept.get('preferences')).toEqual(newer);
  });
});
