import { beforeEach, expect, it, vi } from 'vitest';
import { createRequests } from '../../src/popup/requests.ts';
import { browser } from '../fake-browser.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const sent = vi.spyOn(browser.runtime, 'sendMessage');
const told = (wanted: string) =>
  sent.mock.calls.flatMap(([message]) => {
    const { intent, input } = message as { intent: string; input: { ids: string[] } };
    return intent === wanted ? [input.ids] : [];
  });
const latest = ['first', 'second'].map((id) => ({ id, state: 'settled', outcome: {}, seen: false }));

beforeEach(() => {
  sent.mockReset().mockImplementation(async () => ({ ok: true, answer: { latest, followed: [] } }));
});

it('reads many changes at once, and what came last is read', async () => {
  const requests = createRequests();
  await Promise.all([requests.refresh(), requests.refresh(), requests.follow(['first']), requests.refresh()]);
  expect(told('requests')).toEqual([[], ['first']]);
  await requests.refresh();
  expect(told('requests')).toHaveLength(3);
});

it('tells the worker once what was seen, however often it is read', async () => {
  const requests = createRequests();
  await requests.refresh();
  await requests.refresh();
  expect(told('seen')).toEqual([['first', 'second']]);
});
