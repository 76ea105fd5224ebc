import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { omniboxLine } from '../../../src/background/triggers/omnibox.ts';
import { t } from '../../../src/words/t.ts';
import { browser } from '../../fake-browser.ts';
import { createLocks } from '../../fake-locks.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));
vi.stubGlobal('navigator', { onLine: false, locks: createLocks() });

const { kept } = browser.storage.local;
afterEach(() => kept.clear());

it.each([
  ['a newer version has stored the accounts', { version: 99, value: {} }, 'trouble_newer'],
  ['the accounts cannot be read', { version: 2, value: 'x' }, 'trouble_unreadable'],
] as const)('the line under the address bar says so where %s', async (_when, stored, sentence) => {
  kept.set('accounts', stored);
  expect(await omniboxLine('true_5511999999999@c.us_3EB0796DC6B777C0C7CD')).toBe(t(sentence));
});
