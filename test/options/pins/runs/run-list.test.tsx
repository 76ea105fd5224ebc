// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RunList } from '../../../../src/options/pins/runs/run-list.tsx';
import type { RunView } from '../../../../src/options/pins/runs/run-view.ts';
import type { RunsState } from '../../../../src/options/pins/runs/runs-state.ts';
import { newRun } from '../../../../src/pins/queue/run.ts';

vi.mock('../../../../src/platform/browser', () => import('../../../fake-browser.ts'));

afterEach(cleanup);

const makeRun = (parts: Partial<RunView> = {}): RunView => ({
  ...newRun({ id: 'run', name: 'august.csv', createdAt: 1, sequence: 1 }),
  ...{ state: 'running', total: 10, failed: 2, remainingCount: 8, ratePerSecond: null, isRetried: false },
  ...parts,
});
const state = {
  runs: signal([]),
  failures: signal({}),
  waitingRequests: signal({}),
  announcement: signal(''),
} as unknown as RunsState;
const list = (runs: readonly RunView[]) => <RunList runs={runs} state={state} />;

/** Shows a run, focuses one of its buttons, and shows the runs as they are after its press. */
function press(before: Partial<RunView>, button: string, after: readonly RunView[]): Element | null {
  const { rerender } = render(list([makeRun(before)]));
  screen.getByRole('button', { name: button }).focus();
  rerender(list(after));
  return document.activeElement;
}

describe('the focus in the list of runs', () => {
  it.each<[string, Partial<RunView>, Partial<RunView>, string]>([
    ['Pause', {}, { state: 'paused' }, 'Resume'],
    ['Resume', { state: 'paused' }, {}, 'Pause'],
    ['Start', { state: 'loading' }, {}, 'Pause'],
  ])('the focus stays on %s when the button changes its label', (button, before, after, label) =>
    expect(press(before, button, [makeRun(after)])).toBe(screen.getByRole('button', { name: label })),
  );

  it.each<[string, Partial<RunView>, Partial<RunView>]>([
    ['Cancel the rest', {}, { state: 'cancelled', remainingCount: 0 }],
    ['Pause', {}, { remainingCount: 0 }],
    ['Retry failed requests', {}, { isRetried: true }],
  ])('the focus moves to the run when %s disappears', (button, before, after) =>
    expect(press(before, button, [makeRun(after)])).toBe(screen.getByRole('listitem', { name: 'august.csv' })),
  );

  it('the focus moves to the list when the run disappears', () =>
    expect(press({ state: 'loading' }, 'Discard', [])).toBe(screen.getByRole('region', { name: 'Runs' })));
});
