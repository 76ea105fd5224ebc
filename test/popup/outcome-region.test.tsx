// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeOf } from '../../src/pins/queue/collect-changes.ts';
import type { PinRequest } from '../../src/pins/queue/request.ts';
import { viewOfRequest } from '../../src/pins/queue/request-view.ts';
import { OutcomeRegion } from '../../src/popup/outcome-region.tsx';
import { createPopupState, type PopupState } from '../../src/popup/popup-state.ts';
import { failure, type Outcome } from '../../src/providers/index.ts';
import { createFakeWorker } from '../fake-worker.ts';
import { makeRequest } from '../pins/make-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const done = (parts: Partial<PinRequest>) =>
  makeRequest({ state: 'settled', settledAt: 1, seen: true, outcome: { kind: 'accepted', receipt: null }, ...parts });

/** Creates a worker that has these requests, and follows them. */
async function follow(state: PopupState, requests: readonly PinRequest[]): Promise<void> {
  createFakeWorker({
    requests: { latest: [], followed: requests.map((request) => viewOfRequest(request)) },
    'follow requests': requests.map((request) => ({ ...request, ...changeOf(request) })),
    seen: null,
  });
  await state.requests.follow(requests.map(({ id }) => id));
}

/** Renders the region after a gesture that led to these requests. */
async function show(requests: readonly PinRequest[]) {
  createFakeWorker();
  const state = createPopupState();
  await follow(state, requests);
  render(<OutcomeRegion state={state} />);
  return state;
}

// The notes are loaded when one is shown for the first time.
beforeAll(async () => {
  await show([done({ id: 'a' })]);
  await waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(''));
  cleanup();
  await show([done({ id: 'a' }), done({ id: 'b' })]);
  await waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(''));
  cleanup();
  await show([done({ outcome: failure('rejected', 'not-found') })]);
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
  cleanup();
});
beforeEach(() => vi.restoreAllMocks());
afterEach(cleanup);

describe('the summary of several', () => {
  const mixed = [
    done({ id: 'a', accountName: 'Support' }),
    done({ id: 'b', accountName: 'Sales' }),
    done({ id: 'c', accountName: 'Support' }),
  ];

  it('the summary of several requests names each account once', async () => {
    await show(mixed);
    expect(screen.getByRole('status').textContent).toBe('3 requests accepted through Support and Sales.');
  });

  it('the summary of several requests names the accounts if some requests failed', async () => {
    await show([...mixed, done({ id: 'd', accountName: 'Home', outcome: failure('unavailable', 'server') })]);
    expect(screen.getByRole('status').textContent).toContain(
      '3 of 4 requests accepted through Support, Sales, and Home.',
    );
  });
});

it('an outcome is announced again even if its text is the same as before', async () => {
  const state = await show([done({ id: 'a' })]);
  const first = screen.getByRole('status').firstElementChild;
  await state.requests.follow([]);
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
  await follow(state, [done({ id: 'b' })]);
  await waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(''));
  expect(screen.getByRole('status').firstElementChild).not.toBe(first);
});

describe('a request that waited after a failure and was cancelled', () => {
  const cancelled = (outcome: Outcome, parts: Partial<PinRequest> = {}) =>
    done({ state: 'cancelled', outcome, ...parts });

  it('the failure of a cancelled request is no longer shown, and its cancellation is', async () => {
    await show([cancelled(failure('unauthorized', 'client-token'))]);
    expect(screen.getByRole('alert').textContent).toBe('');
    expect(screen.getByRole('status').textContent).toBe('Cancelled: pin through Support.');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('a cancelled request that may have been accepted before says so', async () => {
    await show([cancelled(failure('unavailable', 'offline'), { mayBeDone: true })]);
    expect(screen.getByRole('alert').textContent).toBe('');
    expect(screen.getByRole('status').textContent).toContain('may have');
  });
});

describe('a key by hand', () => {
  const button = () => screen.queryByRole('button', { name: 'Build the full ID manually' });

  it('building the key by hand is offered if the provider does not list the message', async () => {
    await show([done({ outcome: failure('rejected', 'not-listed') })]);
    expect(button()).not.toBeNull();
  });

  it('building the key by hand is not offered if the provider does not know the message', async () => {
    await show([done({ outcome: failure('rejected', 'not-found') })]);
    expect(button()).toBeNull();
  });
});
