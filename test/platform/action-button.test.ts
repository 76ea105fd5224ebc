import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type OptionsHash, openOptions, openPopup, showOnToolbar } from '../../src/platform/action-button.ts';
import { browser } from '../fake-browser.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

beforeEach(() => {
  browser.opened.length = 0;
});

describe('the popup', () => {
  it('the popup is opened', async () => {
    await openPopup();
    expect(browser.opened).toEqual(['popup']);
  });

  it('the popup is opened as a window where Chrome refuses to open it', async () => {
    vi.spyOn(browser.action, 'openPopup').mockRejectedValueOnce(new Error('Could not find an active browser window.'));
    await openPopup();
    expect(browser.opened).toEqual(['src/popup/index.html?window']);
  });
});

it.each<[OptionsHash | undefined, string]>([
  [undefined, 'src/options/index.html#accounts'],
  ['#edit=support', 'src/options/index.html#edit=support'],
])('the options are opened at the view "%s"', async (view, address) => {
  await openOptions(view);
  expect(browser.opened).toEqual([address]);
});

it.each<[OptionsHash | undefined, string]>([
  [undefined, 'tab 7 src/options/index.html#accounts'],
  ['#edit=support', 'tab 7 src/options/index.html#edit=support'],
])('the options that are open already are shown at the view "%s" instead of in another tab', async (view, shown) => {
  vi.spyOn(browser.tabs, 'query').mockResolvedValueOnce([{ id: 7, windowId: 3 }]);
  await openOptions(view);
  expect(browser.opened).toEqual([shown, 'window 3']);
});

it('the toolbar shows sign, colour and title', async () => {
  await showOnToolbar({ text: '!', color: '#b91c1c', title: 'Not sent' });
  expect(browser.toolbar).toEqual({ text: '!', color: '#b91c1c', title: 'Not sent' });
});
