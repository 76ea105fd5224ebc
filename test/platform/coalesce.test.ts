import { expect, it, vi } from 'vitest';
import { coalesce } from '../../src/platform/coalesce.ts';

/** Work that takes some turns of the queue, and what is known of it. */
function work(turns = 3) {
  const seen = { running: 0, most: 0, begun: 0 };
  const ask = coalesce(async () => {
    seen.begun += 1;
    seen.running += 1;
    seen.most = Math.max(seen.most, seen.running);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    seen.running -= 1;
  });
  return { ask, seen };
}

it('does what is asked for many times at once twice: now, and once more after it', async () => {
  const { ask, seen } = work();
  await Promise.all([ask(), ask(), ask()]);
  expect(seen).toMatchObject({ begun: 2, most: 1 });
});

it('forgets nobody, in whatever moment they ask', async () => {
  for (let moment = 0; moment < 20; moment += 1) {
    const { ask, seen } = work();
    void ask();
    for (let turn = 0; turn < moment; turn += 1) await Promise.resolve();
    const before = seen.begun;
    await ask();
    expect({ moment, doneSince: seen.begun > before, most: seen.most }).toEqual({ moment, doneSince: true, most: 1 });
  }
});

it('can be asked again after it failed', async () => {
  const fails = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValue(undefined);
  const ask = coalesce(fails);
  await expect(ask()).rejects.toThrow('no');
  await ask();
  expect(fails).toHaveBeenCalledTimes(2);
});
