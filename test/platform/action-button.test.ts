import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openOptions, openPopup, showOnToolbar } from '../../src/platform/action-button.ts';
import { browser } from '../fake-browser.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

beforeEach(() => {
  browser.opened.length = 0;
});

describe('the popup', () => {
  it('is opened', async () => {
    await openPopup();
    expect(browser.opened).toEqual(['popup']);
  });

  it('is opened as a window where Chrome refuses', async () => {
    vi.spyOn(browser.action, 'openPopup').mockRejectedValueOnce(new Error('Could not find an active browser window.'));
    await openPopup();
    expect(browser.opened).toEqual(['src/popup/index.html?window']);
  });
});

it.each([
  ['', 'src/options/index.html'],
  ['#edit=support', 'src/options/index.html#edit=support'],
])('the options are opened at the view "%s"', async (view, address) => {
  await openOptions(view);
  expect(browser.opened).toEqual([address]);
});

it('the toolbar shows sign, colour and title', async () => {
  await showOnToolbar({ text: '!', color: '#b91c1c', title: 'Not sent' });
  expect(browser.toolbar).toEqual({ text: '!', color: '#b91c1c', title: 'Not sent' });
});
