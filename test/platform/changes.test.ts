// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { announce, onChange } from '../../src/platform/changes.ts';

const end = new AbortController();
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
});

it('a page in the background is not called, and once it is visible it is called once for each topic without a detail', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  const heard = vi.fn();
  onChange(heard, end.signal);
  announce('requests', { first: 1 });
  await vi.waitFor(() => expect(heard.mock.calls).toEqual([['requests', { first: 1 }]]));

  hidden.mockReturnValue(true);
  const witness = vi.fn();
  const channel = new BroadcastChannel('pushpin-changes');
  channel.addEventListener('message', witness);
  announce('requests', { second: 2 });
  announce('requests', { third: 3 });
  announce('settings');
  await vi.waitFor(() => expect(witness).toHaveBeenCalledTimes(3));
  channel.close();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(heard).toHaveBeenCalledTimes(1);

  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(heard.mock.calls.slice(1)).toEqual([['requests'], ['settings']]);
});
