import { describe, expect, it, vi } from 'vitest';
import { toolbarState } from '../../src/pins/toolbar-state.ts';
import { failure, type Outcome } from '../../src/providers/index.ts';
import { aRequest } from './a-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const settledAs = (outcome: Outcome, seen = false, accountName = 'Support') =>
  aRequest({ state: 'settled', settledAt: 2, outcome, seen, accountName });

const accepted: Outcome = { kind: 'accepted', receipt: null };
const failed = failure('unknown', 'timeout');

describe('the sign on the toolbar', () => {
  it.each([
    ['nothing', [], ''],
    ['what waits', [aRequest()], '…'],
    ['what is sent', [aRequest({ state: 'sending' })], '…'],
    ['what waits, before an earlier failure', [aRequest(), settledAs(failed)], '…'],
    ['what waits, below a later success', [settledAs(accepted), aRequest()], '…'],
    ['a failure', [settledAs(failed)], '!'],
    ['a failure, below a later success', [settledAs(accepted), settledAs(failed)], '!'],
    ['a success', [settledAs(accepted)], '✓'],
    ['a success, after a failure that was seen', [settledAs(accepted), settledAs(failed, true)], '✓'],
    ['what was seen', [settledAs(failed, true), settledAs(accepted, true)], ''],
  ])('for %s', (_what, requests, sign) => expect(toolbarState(requests).sign).toBe(sign));

  it('has another colour for each', () => {
    const colors = [[aRequest()], [settledAs(failed)], [settledAs(accepted)]].map((each) => toolbarState(each).color);
    expect(new Set(colors).size).toBe(3);
  });
});

describe('the title on the toolbar', () => {
  it('is about the newest of its sign', () => {
    const { title } = toolbarState([
      settledAs(accepted),
      settledAs(failed, false, 'New'),
      settledAs(failed, false, 'Old'),
    ]);
    expect(title).toContain('New');
  });

  it('is the extension’s name where there is nothing to tell', () =>
    expect(toolbarState([]).title).toEqual(['extension_name']));
});
