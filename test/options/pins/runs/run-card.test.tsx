// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RunCard } from '../../../../src/options/pins/runs/run-card.tsx';
import type { RunView } from '../../../../src/options/pins/runs/run-view.ts';
import type { RunsState } from '../../../../src/options/pins/runs/runs-state.ts';
import { type RequestView, viewOfRequest } from '../../../../src/pins/queue/request-view.ts';
import { failure } from '../../../../src/providers/index.ts';
import { makeRequest } from '../../../pins/make-request.ts';

vi.mock('../../../../src/platform/browser', () => import('../../../fake-browser.ts'));

afterEach(cleanup);

const set = vi.fn();
const retry = vi.fn<RunsState['retry']>();
const state = { set, retry } as unknown as RunsState;
const makeRun = (parts: Partial<RunView> = {}): RunView => ({
  ...{
    id: 'run',
    name: 'august.csv',
    createdAt: 1,
    sequence: 1,
    state: 'running',
    total: 100,
    accepted: 20,
    failed: 2,
    dropped: 0,
    lastEndedAt: null,
    trouble: null,
  },
  ...{ remainingCount: 78, ratePerSecond: 2, isRetried: false },
  ...parts,
});
const show = (run: RunView, { waiting = null as RequestView | null, failures = [] as RequestView[] } = {}) =>
  render(<RunCard run={run} failures={failures} waitingRequest={waiting} state={state} />).container.textContent ?? '';
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

describe('the card of a run', () => {
  it('the card of a run shows its progress and its rate', () => {
    const text = show(makeRun());
    expect(text).toContain('20 done, 78 waiting, 2 failed');
    expect(text).toContain('2 per second · Less than a minute left');
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'august.csv' });
    expect([bar.value, bar.max]).toEqual([22, 100]);
  });

  it.each<[Partial<RunView>, string, string[]]>([
    [{}, 'Running', ['Pause', 'Cancel the rest', 'Retry failed requests', 'Export results']],
    [{ state: 'paused' }, 'Paused', ['Resume', 'Cancel the rest', 'Retry failed requests', 'Export results']],
    [{ state: 'cancelled' }, 'Cancelled', ['Retry failed requests', 'Export results']],
    [{ remainingCount: 0 }, 'Finished', ['Retry failed requests', 'Export results']],
    [{ state: 'paused', remainingCount: 0 }, 'Finished', ['Retry failed requests', 'Export results']],
    [{ state: 'loading' }, 'Not started', ['Start', 'Discard', 'Retry failed requests', 'Export results']],
  ])('the card of a run with %j says %j and offers %j', (parts, stage, offered) => {
    expect(show(makeRun(parts))).toContain(stage);
    expect(buttons()).toEqual(offered);
  });

  it.each<[RunView['state'], string, string]>([
    ['running', 'Pause', 'paused'],
    ['paused', 'Resume', 'running'],
    ['running', 'Cancel the rest', 'cancelled'],
    ['loading', 'Start', 'running'],
    ['loading', 'Discard', 'cancelled'],
  ])('a run that is %s has a working button: %s', (from, name, to) => {
    set.mockReset();
    show(makeRun({ state: from }));
    fireEvent.click(screen.getByRole('button', { name }));
    expect(set).toHaveBeenCalledExactlyOnceWith('run', to);
  });

  it('the card of a run shows cancelled and failed requests, and why it waits', () => {
    const failed = makeRequest({ state: 'settled', settledAt: 2, outcome: failure('rejected', 'not-found') });
    const waiting = viewOfRequest(makeRequest(), { reason: 'unauthorized', until: null });
    const text = show(makeRun({ dropped: 3, ratePerSecond: 0 }), { waiting, failures: [viewOfRequest(failed, null)] });
    expect(text).toContain('3 cancelled or replaced');
    expect(text).toContain('is paused because Z-API refused the account.');
    expect(text).toMatch(/First failures.*doesn’t know this message/);
  });

  it('the card of a run names no button that it lacks, where the provider does not list a message', () => {
    const failed = makeRequest({ state: 'settled', settledAt: 2, outcome: failure('rejected', 'not-listed') });
    const text = show(makeRun(), { failures: [viewOfRequest(failed, null)] });
    expect(text).toContain(
      'Check the ID and the chat. If both are right, pin the message from the popup. There you can build its full ID.',
    );
    expect(text).not.toContain('manually');
  });

  it('the card of a run that waits for its account shows why the account was refused', () => {
    const outcome = failure('unauthorized', 'subscription', { status: 402 });
    const waiting = viewOfRequest(makeRequest({ outcome }), { reason: 'unauthorized', until: null });
    expect(show(makeRun({ ratePerSecond: 0 }), { waiting })).toMatch(
      /its subscription has ended\..*is sent automatically\./,
    );
  });

  it('the card of a run offers to retry its failed requests until they are retried', async () => {
    const name = 'Retry failed requests';
    const offers = (parts: Partial<RunView>) => {
      cleanup();
      show(makeRun(parts));
      return screen.queryByRole('button', { name }) !== null;
    };
    expect([offers({ failed: 0 }), offers({ isRetried: true }), offers({ remainingCount: 0 })]).toEqual([
      false,
      false,
      true,
    ]);
    let found: (count: number) => void = () => {};
    retry.mockReturnValueOnce(new Promise((resolve) => (found = resolve)));
    fireEvent.click(screen.getByRole('button', { name }));
    fireEvent.click(await screen.findByRole('button', { name: 'Adding the failed requests…' }));
    expect(retry).toHaveBeenCalledExactlyOnceWith('run');
    found(0);
    expect(await screen.findByText('Nothing to retry: newer requests for these messages exist.')).toBeTruthy();
  });

  it('the card of a retry says that it retries another run', () =>
    expect(show(makeRun({ retryOf: 'other' }))).toContain('Retries the failed requests of another run.'));

  it('the card of a run that Pushpin has paused shows why, in the provider’s own words', () => {
    const outcome = failure('rejected', 'refused', { status: 200, detail: 'plan expired' });
    const text = show(makeRun({ state: 'paused', stopped: { accountName: 'Sales', providerId: 'z-api', outcome } }));
    expect(text).toContain('the last 10 requests were refused with the same answer');
    expect(text).toMatch(/“Sales”.*Z-API says: plan expired/);
  });

  it('a run of a pasted text is titled “Pasted text”', () =>
    expect(show(makeRun({ name: '' }))).toContain('Pasted text'));
});
