import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyDraft } from '../../../src/pins/plan/empty-form.ts';
import {
  dropDraft,
  keepDraft,
  type PopupDraft,
  putQuestion,
  readDraft,
  replaceDraft,
} from '../../../src/pins/plan/popup-draft.ts';
import { browser } from '../../fake-browser.ts';
import { createLocks } from '../../fake-locks.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));
vi.stubGlobal('navigator', { locks: createLocks() });

afterEach(() => browser.storage.session.kept.clear());

const draftOf = (message: string, more: Partial<PopupDraft> = {}): PopupDraft => ({ ...emptyDraft, message, ...more });
const chatOf = (message: string) => ({
  written: '+5511999999999',
  message,
  typed: 'after' as const,
  isOverText: false,
});
const draftWithQuestion = (message: string) => draftOf(message, { question: 'review' });

describe('what was typed', () => {
  it('a draft waits behind the question of a gesture', async () => {
    await keepDraft(draftOf('typed', { chat: chatOf('typed') }));
    await putQuestion(draftWithQuestion('selected'));
    expect(await readDraft()).toMatchObject({
      message: 'selected',
      before: { message: 'typed', chat: chatOf('typed') },
    });
  });

  it('a draft waits behind a second gesture, and the form of the first gesture is dropped', async () => {
    await keepDraft(draftOf('typed'));
    await putQuestion(draftWithQuestion('selected'));
    await putQuestion(draftWithQuestion('selected next'));
    expect(await readDraft()).toMatchObject({ message: 'selected next', before: { message: 'typed' } });
  });

  it('a draft also waits behind a gesture that needs an account first', async () => {
    await keepDraft(draftOf('typed'));
    await replaceDraft(draftOf('selected'));
    expect(await readDraft()).toMatchObject({ message: 'selected', before: { message: 'typed' } });
  });

  it('a draft comes back once the message of the gesture is sent', async () => {
    await keepDraft(draftOf('typed', { excluded: ['one'] }));
    await putQuestion(draftWithQuestion('selected'));
    await dropDraft(draftWithQuestion('selected'));
    expect(await readDraft()).toEqual(draftOf('typed', { excluded: ['one'] }));
  });
});

describe('a text that changes quickly', () => {
  it('of the forms that wait while one is stored, only the latest is stored', async () => {
    const write = vi.spyOn(browser.storage.session, 'set');
    await Promise.all(['a', 'ab', 'abc', 'abcd'].map((message) => keepDraft(draftOf(message))));
    const writeCount = write.mock.calls.length;
    write.mockRestore();
    expect(writeCount).toBeLessThan(3);
    expect(await readDraft()).toEqual(draftOf('abcd'));
  });

  it('a form is stored before the question of a gesture that comes after it', async () => {
    const kept = [keepDraft(draftOf('a')), keepDraft(draftOf('ab')), putQuestion(draftWithQuestion('selected'))];
    await Promise.all(kept);
    expect(await readDraft()).toMatchObject({ message: 'selected', before: { message: 'ab' } });
    await keepDraft(draftOf('abc'));
    expect(await readDraft()).toEqual(draftOf('abc'));
  });
});

describe('what was sent', () => {
  it('a draft is removed once its form was sent', async () => {
    await keepDraft(draftOf('sent'));
    await dropDraft(draftOf('sent'));
    expect(await readDraft()).toBeNull();
  });

  it.each([
    ['another message', draftOf('typed meanwhile')],
    ['another chat', draftOf('sent', { chat: chatOf('sent') })],
    ['nothing', null],
  ])('sending a form does not remove %s that was typed meanwhile', async (_what, draft) => {
    await keepDraft(draft);
    await dropDraft(draftOf('sent'));
    expect(await readDraft()).toEqual(draft);
  });
});
