import { afterEach, describe, expect, it, vi } from 'vitest';
import { readActiveSelections, readAllSelections, readSelection } from '../../src/platform/selection.ts';

const { executeScript, query } = vi.hoisted(() => ({ executeScript: vi.fn(), query: vi.fn() }));
vi.mock('../../src/platform/browser', () => ({ browser: { scripting: { executeScript }, tabs: { query } } }));

afterEach(() => {
  vi.useRealTimers();
  executeScript.mockReset();
});

const frames = (...results: unknown[]) => results.map((result, frameId) => ({ frameId, result }));
const makeSelection = (text: string, isCurrent = false) => ({ text, isCurrent });

describe('a selection', () => {
  it('a selection is read in its frame, without waiting until the page has loaded', async () => {
    executeScript.mockResolvedValueOnce(frames(makeSelection('a\n\tb')));
    expect(await readSelection({ tabId: 7, frameId: 3 })).toBe('a\n\tb');
    expect(executeScript).toHaveBeenLastCalledWith(
      expect.objectContaining({ target: { tabId: 7, frameIds: [3] }, injectImmediately: true }),
    );
  });

  it('a selection is null if Chrome refuses to run the reader', async () => {
    executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
    expect(await readSelection({ tabId: 7, frameId: 0 })).toBeNull();
  });

  it('a selection is read on a further try if the page learns of the permission after the click', async () => {
    executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page.'));
    executeScript.mockResolvedValueOnce(frames(makeSelection('a\nb')));
    expect(await readSelection({ tabId: 7, frameId: 0 })).toBe('a\nb');
  });

  it('a selection is null if the page answers with something else', async () => {
    executeScript.mockResolvedValueOnce(frames(null));
    expect(await readSelection({ tabId: 7, frameId: 0 })).toBeNull();
  });

  it('a selection is null if the page does not answer', async () => {
    vi.useFakeTimers();
    executeScript.mockReturnValueOnce(new Promise(() => {}));
    const reading = readSelection({ tabId: 7, frameId: 0 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await reading).toBeNull();
  });

  it('a selection is read in all frames, and blank ones are left out', async () => {
    executeScript.mockResolvedValueOnce(
      frames(makeSelection('', true), makeSelection('one'), makeSelection(' \n'), makeSelection('two')),
    );
    expect(await readAllSelections(7)).toEqual(['one', 'two']);
  });

  it('a selection is the one of the frame in which the user was last, not an older one of another frame', async () => {
    executeScript.mockResolvedValueOnce(frames(makeSelection('left behind'), makeSelection('now', true)));
    expect(await readAllSelections(7)).toEqual(['now']);
  });

  it('a selection is empty if no tab is active', async () => {
    query.mockResolvedValueOnce([]);
    expect(await readActiveSelections()).toEqual([]);
  });
});
