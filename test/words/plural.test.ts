import { describe, expect, it, vi } from 'vitest';
import { plural, t } from '../../src/words/t.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

describe('a sentence with a count', () => {
  it.each([
    [1, 'Pin 1 message'],
    [2, 'Pin 2 messages'],
    [0, 'Pin 0 messages'],
    [1_234, 'Pin 1,234 messages'],
  ])('the sentence for the count %s has the plural form of its language: %s', (count, text) =>
    expect(t(...plural('pin_many_button', count))).toBe(text),
  );

  it('further substitutions follow the count', () =>
    expect(t(...plural('summary_accepted', 1, 'Support'))).toBe('1 request accepted through Support.'));
});
