import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openCopied, pinCopied, takeCopied } from '../../../src/background/triggers/pin-copied.ts';

const fake = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  opened: [] as string[],
  allowed: true,
  time: 0,
}));
vi.mock('../../../src/platform/browser', () => ({
  browser: {
    permissions: { contains: async () => fake.allowed },
    storage: {
      local: { onChanged: { addListener: () => {} } },
      session: {
        get: async (key: string) => (key in fake.kept ? { [key]: fake.kept[key] } : {}),
        set: async (values: object) => void Object.assign(fake.kept, values),
      },
    },
  },
}));
vi.mock('../../../src/platform/clock', () => ({ now: () => fake.time }));
vi.mock('../../../src/platform/locks', () => ({ withLock: <T>(_: string, work: () => T) => work() }));
vi.mock('../../../src/platform/action-button', () => ({
  openPopup: async () => void fake.opened.push('popup'),
  openOptions: async (view: string) => void fake.opened.push(view),
}));

beforeEach(() => Object.assign(fake, { kept: {}, opened: [], allowed: true, time: 1_000 }));

describe('Pin copied message', () => {
  it('Pin copied message opens the popup and tells it once what to do', async () => {
    await pinCopied();
    expect(fake.opened).toEqual(['popup']);
    expect(await takeCopied()).toBe('pin');
    expect(await takeCopied()).toBeNull();
  });

  it('Pin copied message asks for access to the clipboard first', async () => {
    fake.allowed = false;
    await pinCopied();
    expect(fake.opened).toEqual(['#clipboard']);
    expect(await takeCopied()).toBeNull();
  });

  it('Pin copied message does not pin in a popup that opens much later', async () => {
    await openCopied('paste');
    fake.time += 60_000;
    expect(await takeCopied()).toBeNull();
  });
});
