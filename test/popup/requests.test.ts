import { beforeEach, expect, it, vi } from 'vitest';
import { createRequests } from '../../src/popup/requests.ts';
import { browser } from '../fake-browser.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const sent = vi.spyOn(browser.runtime, 'sendMessage');
const idsSentWith = (wanted: string) =>
  sent.mock.calls.flatMap(([message]) => {
    const { intent, input } = message as { intent: string; input: { ids: string[] } };
    return intent === wanted ? [input.ids] : [];
  });
const latest = ['first', 'second'].map((id) => ({ id, state: 'settled', outcome: {}, seen: false }));

beforeEach(() => {
  sent.mockReset().mockImplementation(async () => ({ ok: true, answer: { latest, followed: [] } }));
});

it('many changes are read together, including the last one', async () => {
  const requests = createRequests();
  await Promise.all([requests.refresh(), requests.refresh(), requests.follow(['first']), requests.refresh()]);
  expect(idsSentWith('requests')).toEqual([[], ['first']]);
  await requests.refresh();
  expect(idsSentWith('requests')).toHaveLength(3);
});

it('the worker is told once which requests were seen, however often they are read', async () => {
  const requests = createRequests();
  await requests.refresh();
  await requests.refresh();
  expect(idsSentWith('seen')).toEqual([['first', 'second']]);
});
