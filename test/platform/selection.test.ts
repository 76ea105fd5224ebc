import { afterEach, describe, expect, it, vi } from 'vitest';
import { readActiveSelections, readAllSelections, readSelection } from '../../src/platform/selection.ts';

const { executeScript, query } = vi.hoisted(() => ({ executeScript: vi.fn(), query: vi.fn() }));
vi.mock('../../src/platform/browser', () => ({ browser: { scripting: { executeScript }, tabs: { query } } }));

afterEach(() => {
  vi.useRealTimers();
  executeScript.mockReset();
});

const frames = (...results: unknown[]) => results.map((result, frameId) => ({ frameId, result }));
const frame = (text: string, current = false) => ({ text, current });

describe('a selection', () => {
  it('is read in its frame, at once', async () => {
    executeScript.mockResolvedValueOnce(frames(frame('a\n\tb')));
    expect(await readSelection({ tabId: 7, frameId: 3 })).toBe('a\n\tb');
    expect(executeScript).toHaveBeenLastCalledWith(
      expect.objectContaining({ target: { tabId: 7, frameIds: [3] }, injectImmediately: true }),
    );
  });

  it('is null where Chrome refuses', async () => {
    executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
    expect(await readSelection({ tabId: 7, frameId: 0 })).toBeNull();
  });

  it('is read where the click came before the leave to look', async () => {
    executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page.'));
    executeScript.mockResolvedValueOnce(frames(frame('a\nb')));
    expect(await readSelection({ tabId: 7, frameId: 0 })).toBe('a\nb');
  });

  it('is null where the page answers with something else', async () => {
    executeScript.mockResolvedValueOnce(frames(null));
    expect(await readSelection({ tabId: 7, frameId: 0 })).toBeNull();
  });

  it('is null where the page does not answer', async () => {
    vi.useFakeTimers();
    executeScript.mockReturnValueOnce(new Promise(() => {}));
    const reading = readSelection({ tabId: 7, frameId: 0 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await reading).toBeNull();
  });

  it('is read in all frames, blank ones left out', async () => {
    executeScript.mockResolvedValueOnce(frames(frame('', true), frame('one'), frame(' \n'), frame('two')));
    expect(await readAllSelections(7)).toEqual(['one', 'two']);
  });

  it('is that of the frame where the user was last, not what was left in another', async () => {
    executeScript.mockResolvedValueOnce(frames(frame('left behind'), frame('now', true)));
    expect(await readAllSelections(7)).toEqual(['now']);
  });

  it('is nothing where no tab is in front', async () => {
    query.mockResolvedValueOnce([]);
    expect(await readActiveSelections()).toEqual([]);
  });
});
