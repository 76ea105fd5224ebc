import { describe, expect, it, vi } from 'vitest';
import { pageText, siteOf, textIn, textOf } from '../../../src/background/triggers/page-text.ts';
import type { MenuClick } from '../../../src/platform/menus.ts';

const selection = vi.hoisted(() => ({
  readSelection: vi.fn(async () => null as string | null),
  readAllSelections: vi.fn(async () => [] as string[]),
  readActiveSelections: vi.fn(async () => [] as string[]),
}));
vi.mock('../../../src/platform/selection', () => selection);

const frame = { tabId: 7, frameId: 2 };
const click = (more: Partial<MenuClick>): MenuClick => ({
  id: 'pin',
  selectionText: '',
  sourceUrl: '',
  linkUrl: '',
  isEditable: false,
  address: 'https://example.com/chat',
  frame,
  ...more,
});
const key = 'false_919487126251@c.us_3AC1D9E07B3F5A2864D0';

describe('what a click was about', () => {
  it('the text of a click is the selection as the page has it', async () => {
    selection.readSelection.mockResolvedValueOnce('a\nb');
    expect(await textOf(click({ selectionText: 'a b', linkUrl: key }))).toBe('a\nb');
    expect(selection.readSelection).toHaveBeenLastCalledWith(frame, false);
  });

  it.each([null, '', ' \n'])(
    "the text of a click is Chrome's version of the selection if the page returns %j",
    async (raw) => {
      selection.readSelection.mockResolvedValueOnce(raw);
      expect(await textOf(click({ selectionText: 'a b', isEditable: true }))).toBe('a b');
    },
  );

  it('the text of a click in a field without a selection is the whole field', async () => {
    selection.readSelection.mockResolvedValueOnce('all of it');
    expect(await textOf(click({ isEditable: true }))).toBe('all of it');
    expect(selection.readSelection).toHaveBeenLastCalledWith(frame, true);
  });

  it('a click on an address does not read the page', async () => {
    selection.readSelection.mockClear();
    expect(await textOf(click({ linkUrl: key }))).toBe(key);
    expect(selection.readSelection).not.toHaveBeenCalled();
  });

  it('a click on nothing has no text', async () => expect(await textOf(click({ frame: null }))).toBe(''));
});

describe('what is selected in a tab', () => {
  it('the selection of a tab is the one that names a message, in any frame', async () => {
    selection.readAllSelections.mockResolvedValueOnce(['lunch', `x ${key}`]);
    expect(await textIn(7)).toBe(`x ${key}`);
  });

  it('the selection of a tab is the first one if none names a message', async () => {
    selection.readAllSelections.mockResolvedValueOnce(['lunch', 'dinner']);
    expect(await textIn(7)).toBe('lunch');
  });

  it('there is no selection without a tab', async () => expect(await textIn(null)).toBe(''));

  it.each([
    [['lunch'], null],
    [['A1B2C3D4E5F60718293A4B5C6D7E8F90'], 'A1B2C3D4E5F60718293A4B5C6D7E8F90'],
    [['sum A1B2C3D4E5F60718293A4B5C6D7E8F90'], null],
    [['lunch', key], key],
  ])('a selection fills in the popup only if it names a message: %j', async (texts, expected) => {
    selection.readActiveSelections.mockResolvedValueOnce(texts);
    expect(await pageText()).toBe(expected);
  });
});

it.each([
  ['https://example.com:8443/chat?token=1#x', 'example.com:8443'],
  ['file:///home/ann/log.txt', 'file:'],
  ['', ''],
])('the site of %s is "%s"', (address, site) => expect(siteOf(address)).toBe(site));
