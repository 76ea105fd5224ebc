// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PinRequest } from '../../src/pins/queue/request.ts';
import { viewOfRequest } from '../../src/pins/queue/request-view.ts';
import { OutcomeRegion } from '../../src/popup/outcome-region.tsx';
import { createPopupState } from '../../src/popup/popup-state.ts';
import { failure, type Outcome } from '../../src/providers/index.ts';
import { createFakeWorker } from '../fake-worker.ts';
import { makeRequest } from '../pins/make-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const done = (parts: Partial<PinRequest>) =>
  viewOfRequest(
    makeRequest({ state: 'settled', settledAt: 1, seen: true, outcome: { kind: 'accepted', receipt: null }, ...parts }),
  );

/** Renders the region after a gesture that led to these requests. */
async function show(followed: ReturnType<typeof done>[]) {
  createFakeWorker({ requests: { latest: [], followed } });
  const state = createPopupState();
  await state.requests.follow(['any']);
  render(<OutcomeRegion state={state} />);
  return state;
}

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
  createFakeWorker({ requests: { latest: [], followed: [done({ id: 'b' })] } });
  await state.requests.follow(['any']);
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
