import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  NotOpened,
  type OptionsHash,
  openOptions,
  openPopup,
  showOnToolbar,
} from '../../src/platform/action-button.ts';
import { browser } from '../fake-browser.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

beforeEach(() => {
  browser.opened.length = 0;
});

describe('openPopup', () => {
  it('openPopup opens the popup', async () => {
    await openPopup();
    expect(browser.opened).toEqual(['popup']);
  });

  it('openPopup opens the same page in a window if Chrome refuses', async () => {
    vi.spyOn(browser.action, 'openPopup').mockRejectedValueOnce(new Error('Could not find an active browser window.'));
    await openPopup();
    expect(browser.opened).toEqual(['src/popup/index.html?window']);
  });
});

it.each<[OptionsHash, string]>([
  ['', 'src/options/index.html'],
  ['#edit=support', 'src/options/index.html#edit=support'],
])('openOptions("%s") opens %s in a tab', async (view, page) => {
  await openOptions(view);
  expect(browser.opened).toEqual([page]);
});

it('openOptions throws NotOpened if Chrome opens no tab', async () => {
  vi.spyOn(browser.tabs, 'create').mockRejectedValueOnce(new Error('No current window'));
  await expect(openOptions()).rejects.toThrow(NotOpened);
});

it('showOnToolbar sets the text, the colour and the title of the icon', async () => {
  await showOnToolbar({ text: '!', color: '#b91c1c', title: 'Not sent' });
  expect(browser.toolbar).toEqual({ text: '!', color: '#b91c1c', title: 'Not sent' });
});
