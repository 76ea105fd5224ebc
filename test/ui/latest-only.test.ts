import { describe, expect, it } from 'vitest';
import { createLatestOnly } from '../../src/ui/latest-only.ts';

function makeCall() {
  let resolve: (answer: { name: string }) => void = () => {};
  const promise = new Promise<{ name: string }>((onAnswer) => {
    resolve = onAnswer;
  });
  return { promise, resolve };
}

describe('createLatestOnly', () => {
  it('createLatestOnly returns the answer if no other call was made meanwhile', async () => {
    const latestOnly = createLatestOnly();
    expect(await latestOnly(Promise.resolve({ name: 'one' }))).toEqual({ name: 'one' });
    expect(await latestOnly(Promise.resolve({ name: 'two' }))).toEqual({ name: 'two' });
  });

  it.each([
    ['after the later one', [1, 0]],
    ['before the later one', [0, 1]],
  ])('createLatestOnly drops the answer to an earlier call that comes %s', async (_, order) => {
    const latestOnly = createLatestOnly();
    const calls = [makeCall(), makeCall()];
    const answers = calls.map(({ promise }) => latestOnly(promise));
    for (const index of order) calls[index]?.resolve({ name: `answer ${index}` });
    expect(await Promise.all(answers)).toEqual([null, { name: 'answer 1' }]);
  });

  it('createLatestOnly returns null for an answer that was awaited when drop was called', async () => {
    const latestOnly = createLatestOnly();
    const { promise, resolve } = makeCall();
    const answer = latestOnly(promise);
    latestOnly.drop();
    resolve({ name: 'late' });
    expect(await answer).toBeNull();
  });
});
