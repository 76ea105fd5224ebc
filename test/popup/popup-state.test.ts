// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyDraft, emptyForm } from '../../src/pins/plan/empty-form.ts';
import { viewOfRequest } from '../../src/pins/queue/request-view.ts';
import { createPopupState } from '../../src/popup/popup-state.ts';
import { failure } from '../../src/providers/index.ts';
import { createFakeWorker, openedPopup } from '../fake-worker.ts';
import { makeRequest } from '../pins/make-request.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
vi.mock('../../src/platform/read-clipboard', () => ({ readClipboard: () => 'copied' }));

afterEach(() => vi.restoreAllMocks());

const id = '3EB0796DC6B777C0C7CD';
const plan = {
  ...{ items: [], possible: [], accountId: null, accountReason: null, chat: '', chatFrom: null },
  ...{ asksChat: false, offer: null, mark: '' },
};
const listing = { ...plan, possible: [id] };
const overview = { accounts: [], hasUnreadableAccounts: false, days: {}, latest: [], draft: null, country: null };
const quiet = { 'page text': null, 'keep draft': null };
const request = (parts: Parameters<typeof makeRequest>[0] = {}) => viewOfRequest(makeRequest(parts));

/** Opens a popup whose worker has answered every intent so far. */
async function open(answers: Record<string, unknown> = {}) {
  const worker = createFakeWorker({ ...quiet, ...openedPopup(overview, plan), plan, ...answers });
  const state = createPopupState();
  await worker.settled();
  return { worker, state };
}

const kept = (worker: ReturnType<typeof createFakeWorker>) => worker.inputsOf('keep draft').at(-1);

describe('what is typed', () => {
  it('an edit is kept with the messages that are left out', async () => {
    const { worker, state } = await open();
    state.edit({ message: 'two messages' });
    state.edit({ excluded: ['one'] });
    expect(kept(worker)).toEqual({ ...emptyDraft, message: 'two messages', excluded: ['one'] });
  });

  it('a popup opens with the form that was kept', async () => {
    const { state } = await open({
      ...openedPopup({ ...overview, draft: { ...emptyDraft, message: 'two', excluded: ['one'] } }, plan),
    });
    expect(state.form.value).toMatchObject({ message: 'two', excluded: ['one'] });
  });

  it('a form that a gesture replaced can be brought back', async () => {
    const chat = { written: '+5511999999999', message: 'typed', typed: 'after', isOverText: false };
    const before = { ...emptyDraft, message: 'typed', chat };
    const draft = { ...emptyDraft, message: 'selected', question: 'review', before };
    const { worker, state } = await open(openedPopup({ ...overview, draft }, plan));
    expect([state.form.value.message, state.question.value]).toEqual(['selected', 'review']);
    state.bringBack();
    expect(state.form.value).toMatchObject({ message: 'typed', chat });
    expect(state.before.value).toBeNull();
    expect(state.question.value).toBeNull();
    expect(kept(worker)).toEqual(before);
  });

  it('the earlier form is the draft again once the text of a gesture is emptied', async () => {
    const before = { ...emptyDraft, message: 'typed' };
    const { worker, state } = await open(
      openedPopup({ ...overview, draft: { ...emptyDraft, message: 'x', before } }, plan),
    );
    state.edit({ message: '' });
    expect(kept(worker)).toEqual(before);
  });

  it('a text that is too long is refused at once and no part of it is kept', async () => {
    const { worker, state } = await open();
    state.edit({ message: `${id} `.repeat(100_000) });
    expect(state.question.value).toBe('too-long');
    expect(kept(worker)).toBeNull();
  });

  it('the form that was typed waits while the copied text is shown', async () => {
    const draft = { ...emptyDraft, message: 'typed' };
    const { worker, state } = await open({
      ...openedPopup({ ...overview, draft }, plan, 'paste'),
      'read copied': { text: 'without secrets', question: null },
    });
    expect(worker.inputsOf('read copied')).toEqual([{ text: 'copied' }]);
    expect(state.form.value).toMatchObject({ message: 'without secrets' });
    expect(state.before.value).toMatchObject({ message: 'typed' });
  });

  it('the form that was typed is not sent if the copied text holds credentials and no message', async () => {
    const { worker, state } = await open({
      ...openedPopup(overview, plan, 'pin'),
      'read copied': { text: '', question: 'credential' },
    });
    expect([state.form.value.message, state.question.value]).toEqual(['', 'credential']);
    expect(worker.inputsOf('pin')).toEqual([]);
  });
});

it('a text that changes while a plan is under way is planned once more, not once for each change', async () => {
  const worker = createFakeWorker({ ...quiet, ...openedPopup(overview, plan) });
  const state = createPopupState();
  await worker.settled();
  for (const message of ['a', 'ab', 'abc', 'abcd']) state.edit({ message });
  await worker.unanswered('plan')[0]?.answer(plan);
  expect(worker.inputsOf('plan').map((input) => input?.message)).toEqual(['a', 'abcd']);
  await worker.unanswered('plan')[0]?.answer(listing);
  expect(state.popupPlan.value).toEqual(listing);
  expect(worker.unanswered('plan')).toEqual([]);
});

describe('a popup that opens', () => {
  /** Opens a popup whose worker has not answered yet. */
  function openSlowly(answers: Record<string, unknown> = {}) {
    const worker = createFakeWorker({ ...quiet, plan, ...answers });
    const state = createPopupState();
    const answer = (draft: object | null) =>
      worker.unanswered('open popup')[0]?.answer({ overview: { ...overview, draft }, plan, copied: null });
    return { worker, state, answer };
  }

  it('a popup that opens is ready after a single message', async () => {
    const worker = createFakeWorker();
    const state = createPopupState();
    await worker
      .unanswered('open popup')[0]
      ?.answer({ overview: { ...overview, draft: emptyDraft }, plan, copied: null });
    expect(state.ready.value).toBe(true);
    expect(worker.intents()).toEqual(['open popup']);
  });

  it('a text that is typed before the worker has answered stays, and is kept and planned', async () => {
    const { worker, state, answer } = openSlowly();
    state.edit({ message: id });
    expect(worker.inputsOf('keep draft')).toEqual([]);
    await answer(null);
    expect(state.form.value.message).toBe(id);
    expect(kept(worker)).toMatchObject({ message: id });
    expect(worker.inputsOf('plan')).toMatchObject([{ message: id }]);
  });

  it('a draft that comes after the first key does not replace the text, and can be brought back', async () => {
    const { worker, state, answer } = openSlowly();
    state.edit({ message: 'n' });
    await answer({ ...emptyDraft, message: 'of a gesture', question: 'chat-missing' });
    expect([state.form.value.message, state.question.value]).toEqual(['n', null]);
    expect(kept(worker)).toMatchObject({ message: 'n', before: { message: 'of a gesture' } });
    state.bringBack();
    expect(state.form.value.message).toBe('of a gesture');
  });

  it('the selection of the page does not replace a text that is typed before the worker has answered', async () => {
    const { worker, state, answer } = openSlowly({ 'page text': id });
    state.edit({ message: 'n' });
    await answer(null);
    expect(state.form.value.message).toBe('n');
    expect(worker.inputsOf('page text')).toEqual([]);
  });
});

describe('a press that leaves a question', () => {
  const asking = { pin: { kind: 'asked', question: 'chat-missing' } };

  it('Enter in the field of a question goes on with the action that was pressed', async () => {
    const { state } = await open(asking);
    state.edit({ message: id });
    await state.submit('unpin');
    state.edit({ chat: '+5511999999999' });
    expect(state.form.value.action).toBe('unpin');
  });

  it('the action that was pressed does not apply to another message', async () => {
    const { state } = await open(asking);
    state.edit({ message: id });
    await state.submit('unpin');
    state.edit({ message: 'another' });
    expect(state.form.value.action).toBe('pin');
  });
});

describe('the country of numbers', () => {
  const rows = [
    ['11 98888-7777', 'text'],
    ['(21) 97777-6666', 'typed'],
  ].map(([chat, chatFrom], at) => ({
    ...{ key: `${at}`, messageId: `${at}`, chat, chatFrom, namedChat: null },
    ...{ accountId: null, accountName: null, question: 'chat-country' },
  }));

  it('a country for a whole list completes the number in Chat and puts no number of a row there', async () => {
    const { state } = await open({ plan: { ...plan, items: rows } });
    state.edit({ message: 'a list' });
    state.edit({ chat: '(21) 97777-6666' });
    const numbers = { '11 98888-7777': '+5511988887777', '(21) 97777-6666': '+5521977776666' };
    await state.answerNumbers(numbers, '+55 11 98888-7777', null);
    expect(state.form.value).toMatchObject({ chat: { written: '+5521977776666' }, numbers });
  });
});

describe('a plan', () => {
  it.each([
    ['without a draft', {}, 0],
    ['with a draft', openedPopup({ ...overview, draft: { ...emptyDraft, message: id } }, plan), 0],
    [
      'with the copied text in place of a draft',
      {
        ...openedPopup({ ...overview, draft: { ...emptyDraft, message: 'typed' } }, plan, 'paste'),
        'read copied': { text: id, question: null },
      },
      1,
    ],
    ['and then fills in the selection of the page', { 'page text': id }, 1],
  ])(
    'only a text that the worker did not know of is planned when the popup opens %s',
    async (_what, answers, count) => {
      const { worker } = await open(answers);
      expect(worker.inputsOf('plan')).toHaveLength(count);
    },
  );

  it('the form is planned once after an answer to a question', async () => {
    const { worker, state } = await open();
    const before = worker.inputsOf('plan').length;
    await state.answerNumbers({ '11 98888-7777': '+5511988887777' }, '+55 11 98888-7777', null);
    expect(worker.inputsOf('plan')).toHaveLength(before + 1);
  });

  it('a plan that fails leaves no earlier plan, and the user is told', async () => {
    const worker = createFakeWorker({ ...quiet, ...openedPopup(overview, listing) });
    const state = createPopupState();
    await worker.settled();
    expect(state.popupPlan.value).toEqual(listing);
    state.edit({ message: 'other' });
    for (const each of worker.unanswered('plan')) await each.fail('worker');
    expect(state.popupPlan.value).toEqual(plan);
    expect(state.trouble.value).toBe('trouble_worker');
  });
});

describe('an earlier request', () => {
  const failed = request({ state: 'settled', settledAt: 1, seen: true, outcome: failure('rejected', 'not-listed') });

  it('the user is told if a request to be repeated no longer exists', async () => {
    const { state } = await open({ ...openedPopup({ ...overview, latest: [failed] }, plan), repeat: { kind: 'gone' } });
    await state.repeat(failed.id, 'same');
    expect([state.trouble.value, state.busy.value]).toEqual(['trouble_gone', null]);
  });

  it('the user is told if a request cannot be undone because a newer one has overtaken it', async () => {
    const undoable = { ...failed, undoOffer: { kind: 'unpin' } };
    const { state } = await open({
      ...openedPopup({ ...overview, latest: [undoable] }, plan),
      repeat: { kind: 'overtaken' },
    });
    await state.repeat(failed.id, 'undo');
    expect([state.trouble.value, state.busy.value]).toEqual(['trouble_overtaken', null]);
  });

  it('Undo asks for the action on the screen, and the requests are read again if that action no longer applies', async () => {
    const undoable = { ...failed, undoOffer: { kind: 'pin', days: 30, remainingMs: 1 } };
    const { worker, state } = await open({
      ...openedPopup({ ...overview, latest: [undoable] }, plan),
      repeat: { kind: 'overtaken' },
    });
    await state.repeat(failed.id, 'undo');
    expect(worker.inputsOf('repeat')).toEqual([{ id: failed.id, as: 'pin' }]);
    expect(worker.unanswered('requests')).toHaveLength(1);
  });

  it('Pin again fills in the form from an earlier request and sends nothing', async () => {
    const { worker, state } = await open();
    state.edit({ message: 'typed' });
    state.pinAgain(request({ accountId: 'community', action: 'unpin', days: 30 }));
    expect(state.form.value).toEqual({
      ...emptyForm,
      message: id,
      chat: { written: '5511999999999@c.us', message: id, typed: 'after', isOverText: false },
      accountId: 'community',
    });
    expect(state.before.value).toMatchObject({ message: 'typed' });
    expect([state.question.value, worker.inputsOf('pin'), worker.inputsOf('repeat')]).toEqual(['review', [], []]);
  });

  it('building a key fills in the form from an earlier request and asks who sent the message', async () => {
    const { state } = await open();
    state.buildKey(request({ accountId: 'community', action: 'unpin', days: 30 }));
    expect(state.form.value).toEqual({
      ...emptyForm,
      message: id,
      chat: { written: '5511999999999@c.us', message: id, typed: 'after', isOverText: false },
      accountId: 'community',
      sender: { fromMe: null, author: null },
      action: 'unpin',
      days: 30,
    });
    expect(state.question.value).toBe('sender-missing');
  });

  it.each([
    ['another message', { message: 'other' }, null],
    ['another account', { accountId: 'support' }, null],
    ['another chat', { chat: '120363019502650977@g.us' }, { fromMe: false, author: null }],
  ])('the question about the sender ends with %s', async (_what, change, sender) => {
    const { state } = await open();
    state.buildKey(request());
    state.edit({ sender: { fromMe: false, author: '919004389372' } });
    state.edit(change);
    expect(state.form.value.sender).toEqual(sender);
  });
});

describe('a press', () => {
  afterEach(() => void vi.useRealTimers());

  it('a press sends its message at once, and the popup shows that it is busy a moment later', async () => {
    const { worker, state } = await open();
    vi.useFakeTimers();
    void state.submit('pin');
    expect(worker.inputsOf('pin')).toHaveLength(1);
    expect(state.busy.value).toBeNull();
    await vi.advanceTimersByTimeAsync(20);
    expect(state.busy.value).toBe('pin');
  });

  it('a second press before the popup shows that it is busy sends nothing', async () => {
    const { worker, state } = await open();
    vi.useFakeTimers();
    void state.submit('pin');
    void state.submit('unpin');
    await vi.advanceTimersByTimeAsync(20);
    expect(worker.inputsOf('pin')).toHaveLength(1);
  });

  it('what is typed while a press is sent is not lost', async () => {
    const { state } = await open();
    state.edit({ message: 'sent' });
    vi.useFakeTimers();
    void state.submit('pin');
    state.edit({ message: 'typed meanwhile' });
    await vi.advanceTimersByTimeAsync(20);
    expect(state.form.value.message).toBe('typed meanwhile');
  });
});
