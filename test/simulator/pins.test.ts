import { expect, it, vi } from 'vitest';
import { createPins } from './pins.ts';

const target = (messageId: string, chat = '5511987654321@c.us') => ({
  provider: 'z-api' as const,
  account: 'one',
  chat,
  messageId,
});

function pinAll(...targets: ReturnType<typeof target>[]) {
  const pins = createPins(() => {});
  for (const each of targets) pins.pin(each, 7);
  return pins;
}

const ids = (pins: ReturnType<typeof createPins>) => pins.list().map(({ messageId }) => messageId);

it('a fourth pin in a chat unpins the oldest', () => {
  expect(ids(pinAll(target('A'), target('B'), target('C'), target('D')))).toEqual(['B', 'C', 'D']);
});

it('the pins of every chat are counted by themselves', () => {
  const elsewhere = target('D', '81896604192873@lid');
  expect(ids(pinAll(target('A'), target('B'), target('C'), elsewhere))).toEqual(['A', 'B', 'C', 'D']);
});

it('a message that is pinned again does not unpin another', () => {
  expect(ids(pinAll(target('A'), target('B'), target('C'), target('A')))).toEqual(['B', 'C', 'A']);
});

it('a pin is forgotten when its time is over', () => {
  vi.useFakeTimers();
  const pins = pinAll(target('A'));
  vi.advanceTimersByTime(7 * 24 * 60 * 60 * 1000 - 1);
  expect(ids(pins)).toEqual(['A']);
  vi.advanceTimersByTime(1);
  expect(ids(pins)).toEqual([]);
  vi.useRealTimers();
});
