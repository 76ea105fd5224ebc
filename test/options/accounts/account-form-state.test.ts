// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAccountFormState } from '../../../src/options/accounts/account-form-state.ts';
import { createFakeWorker } from '../../fake-worker.ts';

vi.mock('../../../src/platform/browser', () => import('../../fake-browser.ts'));

afterEach(() => vi.restoreAllMocks());

const phones = [
  { value: '918527184400', label: 'Support' },
  { value: '919000000000', label: 'Community' },
];
const saved = vi.fn();

function openForm() {
  const worker = createFakeWorker();
  const form = createAccountFormState(
    { kind: 'new', offer: { providerId: 'periskope', site: null, credentials: { apiKey: 'old-key-1' } } },
    saved,
  );
  return { worker, form };
}

describe('choices', () => {
  it('choices are those for the key of the latest request', async () => {
    const { worker, form } = openForm();
    void form.loadChoices();
    form.typeCredential('apiKey', 'new-key-2');
    void form.loadChoices();
    const [old, current] = worker.unanswered('list choices');
    await current?.answer(phones);
    await old?.answer([{ value: '917011112222', label: 'Of the old key' }]);
    expect(form.choices.value).toEqual(phones);
    expect(form.draft.value.credentials.phone).toBeUndefined();
  });

  it('choices for an earlier key are dropped', async () => {
    const { worker, form } = openForm();
    void form.loadChoices();
    form.typeCredential('apiKey', 'new-key-2');
    await worker.unanswered('list choices')[0]?.answer(phones);
    expect(form.choices.value).toBeNull();
  });

  it('choices of the other provider are dropped', async () => {
    const { worker, form } = openForm();
    void form.loadChoices();
    form.edit({ providerId: 'z-api' });
    await worker.unanswered('list choices')[0]?.answer(phones);
    expect(form.choices.value).toBeNull();
  });
});

describe('a worker that fails', () => {
  it.each([
    ['QuotaExceededError', 'trouble_storage'],
    ['UnreadableItem', 'trouble_unreadable'],
    ['worker', 'trouble_worker'],
  ])('a worker that fails with %s is described as such, not as a deleted account', async (detail, says) => {
    const { worker, form } = openForm();
    const saving = form.save(false);
    await vi.waitFor(() => expect(worker.unanswered('save account')).toHaveLength(1));
    await worker.unanswered('save account')[0]?.fail(detail);
    await saving;
    expect([form.errorKey.value, form.connection.value, form.busyWith.value]).toEqual([says, null, null]);
    expect(saved).not.toHaveBeenCalled();
    form.edit({ name: 'Support' });
    expect(form.errorKey.value).toBeNull();
  });
});
