import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showOnBadge } from '../../../src/background/badge.ts';
import { queue, requestQueries } from '../../../src/background/services.ts';
import { inOrder } from '../../../src/background/triggers/in-order.ts';
import { t } from '../../../src/words/t.ts';
import { makeZApiAccount } from '../../accounts/make-account.ts';
import { browser } from '../../fake-browser.ts';
import { createLocks } from '../../fake-locks.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));
vi.stubGlobal('navigator', { onLine: false, locks: createLocks() });

const key = 'true_5511999999999@c.us_3EB0796DC6B777C0C7CD';
const asUsual = { days: null, review: false };

it('a gesture whose text is there sooner does not overtake an earlier one', async () => {
  browser.storage.local.kept.set('accounts', { accounts: [makeZApiAccount()], defaultId: null });
  let read: (text: string) => void = () => {};
  const late = new Promise<string>((resolve) => {
    read = resolve;
  });
  const both = [
    inOrder(late, { action: 'pin', ...asUsual }),
    inOrder(Promise.resolve(key), { action: 'unpin', ...asUsual }),
  ];
  read(key);
  await Promise.all(both);
  const latest = await requestQueries.latest(9);
  expect(latest.map(({ action, state }) => [action, state])).toEqual([
    ['unpin', 'queued'],
    ['pin', 'replaced'],
  ]);
});

describe('what the toolbar says of a gesture that comes to nothing', () => {
  beforeEach(() => {
    browser.storage.local.kept.set('accounts', { accounts: [makeZApiAccount()], defaultId: null });
    Object.assign(browser.toolbar, { text: '', title: '' });
  });

  it('the toolbar says that nothing was sent if the request could not be written', async () => {
    vi.spyOn(queue, 'enqueue').mockRejectedValueOnce(new Error('QuotaExceededError'));
    await inOrder(Promise.resolve(key), { action: 'pin', ...asUsual });
    expect(browser.toolbar).toMatchObject({ text: '!', title: t('trouble_storage') });
  });

  it('the toolbar says that Pushpin has to be updated if a newer version saved the accounts', async () => {
    const newer = { version: 99, value: {} };
    browser.storage.local.kept.set('accounts', newer);
    await inOrder(Promise.resolve(key), { action: 'pin', ...asUsual });
    expect(browser.toolbar).toMatchObject({ text: '!', title: t('trouble_newer') });
    expect(browser.storage.local.kept.get('accounts')).toEqual(newer);
  });

  it('the toolbar says that Pushpin has to be updated if a newer version made the database', async () => {
    vi.spyOn(queue, 'enqueue').mockRejectedValueOnce(new DOMException('', 'VersionError'));
    await inOrder(Promise.resolve(key), { action: 'pin', ...asUsual });
    expect(browser.toolbar).toMatchObject({ text: '!', title: t('trouble_newer') });
  });

  it('the toolbar says that no window opened if the gesture had a question', async () => {
    vi.spyOn(browser.action, 'openPopup').mockRejectedValueOnce(new Error('No active window'));
    vi.spyOn(browser.windows, 'create').mockRejectedValueOnce(new Error('No active window'));
    await inOrder(Promise.resolve('prose'), { action: 'pin', ...asUsual });
    expect(browser.toolbar).toMatchObject({ text: '!', title: t('trouble_window') });
  });

  it('the toolbar shows no trouble if only the duration could not be remembered', async () => {
    const { set } = browser.storage.local;
    vi.spyOn(browser.storage.local, 'set').mockImplementation(async (values) => {
      if ('last-days' in values) throw new Error('QuotaExceededError');
      await set(values);
    });
    await inOrder(Promise.resolve(key.replace('CD', 'CE')), { action: 'pin', days: 30, review: false });
    expect((await requestQueries.latest(1))[0]).toMatchObject({ days: 30 });
    expect(browser.toolbar.text).not.toBe('!');
  });

  it('the toolbar does not say that nothing was sent if only the badge could not be updated', async () => {
    const setTitle = vi.spyOn(browser.action, 'setTitle');
    await showOnBadge(() => Promise.reject(new Error('disk')));
    expect(setTitle.mock.calls).toContainEqual([{ title: t('trouble_toolbar') }]);
    expect(setTitle.mock.calls).not.toContainEqual([{ title: t('trouble_storage') }]);
  });
});

it('a text that cannot be read is told on the toolbar', async () => {
  await inOrder(Promise.reject(new Error('gone')), { action: 'pin', ...asUsual });
  expect(browser.toolbar.text).toBe('!');
});
