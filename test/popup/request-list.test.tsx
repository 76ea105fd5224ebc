// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PinRequest } from '../../src/pins/queue/request.ts';
import { type RequestView, viewOfRequest } from '../../src/pins/queue/request-view.ts';
import { now } from '../../src/platform/clock.ts';
import { RequestList } from '../../src/popup/request-list.tsx';
import { failure, type Outcome } from '../../src/providers/index.ts';
import { describeTime } from '../../src/words/describe-time.ts';
import { makeRequest } from '../pins/make-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

afterEach(cleanup);

const day = 24 * 60 * 60_000;
const repeated = vi.fn();
const cancelled = vi.fn();
const pinnedAgain = vi.fn();
const built = vi.fn();

const accepted: Outcome = { kind: 'accepted', receipt: null };
const settledAs = (outcome: Outcome, parts: Partial<PinRequest> = {}) =>
  makeRequest({ state: 'settled', settledAt: 2, outcome, ...parts });

/** Returns the view of a request; one that waits does so for another try. */
const view = (request: PinRequest, parts: Partial<RequestView> = {}): RequestView => ({
  ...viewOfRequest(request, request.state === 'waiting' ? { reason: 'again', until: 0 } : null),
  ...parts,
});

const showViews = (requests: RequestView[], explained: RequestView | null = null, isBusy = false) =>
  render(
    <RequestList
      requests={requests}
      explained={explained}
      isBusy={isBusy}
      onRepeat={repeated}
      onPinAgain={pinnedAgain}
      onBuildKey={built}
      onCancel={cancelled}
    />,
  ).container.textContent ?? '';
const show = (requests: PinRequest[], explained: PinRequest | null = null) =>
  showViews(
    requests.map((request) => view(request)),
    explained && view(explained),
  );
const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);

describe('the button of a request', () => {
  it.each<[string, RequestView, string, string]>([
    [
      'Undo',
      view(settledAs(accepted), { undoOffer: { kind: 'unpin' } }),
      'undo',
      'Undo: Pin for 7 days 3EB0796DC6B777C0C7CD',
    ],
    [
      'Undo',
      view(settledAs(accepted, { action: 'unpin' }), { undoOffer: { kind: 'pin', days: 7, remainingMs: 7 * day } }),
      'undo',
      'Undo: Unpin 3EB0796DC6B777C0C7CD',
    ],
    [
      'Try again',
      view(settledAs(failure('unknown', 'timeout'))),
      'same',
      'Try again: Pin for 7 days 3EB0796DC6B777C0C7CD',
    ],
  ])('the button %s names its request and asks for it', (text, request, as, name) => {
    repeated.mockClear();
    showViews([request]);
    const button = screen.getByRole('button', { name });
    expect(button.textContent).toBe(text);
    fireEvent.click(button);
    expect(repeated).toHaveBeenCalledExactlyOnceWith('r1', as);
  });

  it('Pin again… fills in the form and sends nothing', () => {
    repeated.mockClear();
    const request = view(settledAs(accepted, { action: 'unpin' }), { undoOffer: { kind: 'pin-again' } });
    showViews([request]);
    expect(buttons()).toEqual(['Pin again…']);
    fireEvent.click(screen.getByRole('button', { name: 'Pin again: Unpin 3EB0796DC6B777C0C7CD' }));
    expect([repeated.mock.calls, pinnedAgain.mock.calls]).toEqual([[], [[request]]]);
  });

  it('a message that the provider does not list can have its key built by hand', () => {
    const request = view(settledAs(failure('rejected', 'not-listed')));
    showViews([request]);
    const button = screen.getByRole('button', { name: 'Build the full ID manually' });
    fireEvent.click(button);
    expect(built).toHaveBeenCalledExactlyOnceWith(request);
    const description = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe('3EB0796DC6B777C0C7CD');
  });

  it('a request whose failure is explained elsewhere has no second button to build the key', () => {
    const request = view(settledAs(failure('rejected', 'not-listed')));
    showViews([request], request);
    expect(buttons()).toEqual(['Try again']);
  });

  it('a request that cannot be undone has no button', () => {
    show([settledAs(accepted)]);
    expect(buttons()).toEqual([]);
  });

  it.each([
    [7, 5, 'Undo will pin the message again for 7 days; the earlier pin had 5 days left.'],
    [1, 0.5, 'Undo will pin the message again for 24 hours; the earlier pin had 12 hours left.'],
    [30, 29.9999, 'Undo will pin the message again for 30 days.'],
    [1, 0.9999, 'Undo will pin the message again for 24 hours.'],
  ] as const)(
    'the description of Undo says what it sends: a pin for %d days that had %d days left',
    (days, remainingDays, words) => {
      const request = settledAs(accepted, { action: 'unpin' });
      showViews([view(request, { undoOffer: { kind: 'pin', days, remainingMs: remainingDays * day } })]);
      const description = screen.getByRole('button', { name: /^Undo/ }).getAttribute('aria-describedby');
      expect(document.getElementById(description ?? '')?.textContent).toBe(words);
    },
  );

  it.each<[PinRequest['state'], string[]]>([
    ['queued', ['Cancel']],
    ['waiting', ['Try now', 'Cancel']],
    ['sending', []],
    ['cancelled', ['Try again']],
    ['replaced', []],
  ])('a request that is %s has the buttons %j', (state, expected) => {
    show([makeRequest({ state })]);
    expect(buttons()).toEqual(expected);
  });

  it.each([
    ['Try now: Pin for 7 days 3EB0796DC6B777C0C7CD', repeated, ['r1', 'same']],
    ['Cancel: Pin for 7 days 3EB0796DC6B777C0C7CD', cancelled, ['r1']],
  ])('the button “%s” asks for it by the id of the request', (name, asked, given) => {
    show([makeRequest({ state: 'waiting', outcome: failure('unknown', 'timeout') })]);
    fireEvent.click(screen.getByRole('button', { name }));
    expect(asked).toHaveBeenLastCalledWith(...given);
  });
});

describe('while a request is being sent', () => {
  const waiting = view(makeRequest({ state: 'waiting', outcome: failure('unknown', 'timeout') }));
  it.each<[string, RequestView]>([
    ['Undo', view(settledAs(accepted), { undoOffer: { kind: 'unpin' } })],
    ['Try again', view(settledAs(failure('unknown', 'timeout')))],
    ['Try now', waiting],
  ])('the button %s of another request is disabled and does nothing', (name, request) => {
    repeated.mockClear();
    showViews([request], null, true);
    const button = screen.getByRole('button', { name: new RegExp(`^${name}`) });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(repeated).not.toHaveBeenCalled();
  });

  it('another request can be cancelled', () => {
    cancelled.mockClear();
    showViews([waiting], null, true);
    fireEvent.click(screen.getByRole('button', { name: /^Cancel/ }));
    expect(cancelled).toHaveBeenCalledExactlyOnceWith('r1');
  });
});

describe('the focus', () => {
  const list = (...requests: RequestView[]) => (
    <RequestList
      requests={requests}
      explained={null}
      isBusy={false}
      onRepeat={repeated}
      onPinAgain={pinnedAgain}
      onBuildKey={built}
      onCancel={cancelled}
    />
  );
  const pin = settledAs(accepted);
  const undoable = view(pin, { undoOffer: { kind: 'unpin' } });

  it('the focus moves to the request when the focused button is removed', () => {
    const { rerender } = render(list(undoable));
    const button = screen.getByRole('button', { name: /^Undo/ });
    button.focus();
    fireEvent.click(button);
    rerender(list(undoable));
    expect(document.activeElement).toBe(button);
    rerender(list(view({ ...pin, undone: true })));
    expect(document.activeElement).toBe(screen.getByRole('listitem'));
  });

  it('the focus moves to the list when the focused request is removed', () => {
    const { rerender } = render(list(undoable));
    screen.getByRole('button', { name: /^Undo/ }).focus();
    rerender(list(view({ ...pin, id: 'r2' })));
    expect(document.activeElement).toBe(screen.getByRole('list'));
  });

  it('the focus moves to “Recent pins and unpins” when the last request is removed', () => {
    const { rerender } = render(list(undoable));
    screen.getByRole('button', { name: /^Undo/ }).focus();
    rerender(list());
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Recent pins and unpins' }));
  });

  it('the focus stays where the user has moved it when a button is removed', () => {
    const { rerender } = render(list(undoable));
    screen.getByRole('button', { name: /^Undo/ }).focus();
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    rerender(list(view({ ...pin, undone: true })));
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });
});

describe('a request', () => {
  it.each([
    ['Waiting', makeRequest()],
    ['Waiting', makeRequest({ state: 'waiting', outcome: failure('unavailable', 'server') })],
    ['Sending', makeRequest({ state: 'sending' })],
    ['Cancelled', makeRequest({ state: 'cancelled' })],
    ['Replaced', makeRequest({ state: 'replaced' })],
    ['Accepted', settledAs(accepted)],
    ['Undone', settledAs(accepted, { undone: true })],
    ['Rejected', settledAs(failure('rejected', 'invalid'))],
    ['Not authorized', settledAs(failure('unauthorized', 'api-key'))],
    ['Rate-limited', settledAs(failure('rate-limited', 'limit'))],
    ['Failed', settledAs(failure('unavailable', 'offline'))],
    ['Not confirmed', settledAs(failure('unknown', 'interrupted'))],
  ])('a request shows its state: %s', (words, request) => {
    show([request]);
    expect(screen.getByText(words).tagName).toBe('STRONG');
  });

  it.each([
    ['5511999999999', '+5511999999999 · Support'],
    ['120363019502650977-group', 'Group 120363019502650977 · Support'],
    ['81896604192873@lid', '81896604192873@lid · Support'],
    [null, 'Support'],
  ])('a request in chat %s shows chat and account: %s', (chat, words) => {
    show([makeRequest({ address: { messageId: 'M', chat } })]);
    expect(document.querySelector('.request-body')?.textContent).toBe(words);
  });

  it('a request with a full key shows only the id', () => {
    show([makeRequest({ address: { messageId: 'true_919487126251@c.us_3EB0F754E67BDF3178E7', chat: null } })]);
    expect(screen.getByText('3EB0F754E67BDF3178E7')).toBeTruthy();
  });

  it('a request shows when its pin ends or ended', () => {
    const pin = settledAs(accepted);
    const [soon, past] = [now() + 3 * day, now() - 3 * day];
    expect(showViews([view(pin, { pinnedUntil: soon })])).toContain(`Until ${describeTime(soon, now())}`);
    cleanup();
    expect(showViews([view(pin, { pinnedUntil: past })])).toContain(`Ended ${describeTime(past, now())}`);
  });

  it('a request that failed shows the reason, unless it is shown elsewhere', () => {
    const request = settledAs(failure('unavailable', 'offline'));
    expect(show([request])).toContain('You are offline');
    cleanup();
    expect(show([request], request)).not.toContain('You are offline');
  });

  it('a request that waits shows the reason and the time of the next try', () => {
    const text = show([makeRequest({ state: 'waiting', outcome: failure('unavailable', 'server') })]);
    expect(text).toContain('had a server error');
    expect(text).toContain('Pushpin will try again at');
  });

  it('a request shows markup in a name as text', () => {
    show([makeRequest({ accountName: '<img src=x>' })]);
    expect(document.querySelector('.requests img')).toBeNull();
  });
});

it('an empty list says that nothing has been sent', () => expect(show([])).toContain('Nothing sent yet'));
