import { expect, it, vi } from 'vitest';
import { NewerItem, UnreadableItem } from '../../src/platform/stored-item.ts';
import { describeWorkerError } from '../../src/words/worker-error.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

it.each([
  ['an item of another shape', new UnreadableItem('accounts').name, 'trouble_unreadable'],
  ['an item of a newer version', new NewerItem('accounts').name, 'trouble_newer'],
  ['a database of a newer version', new DOMException('', 'VersionError').name, 'trouble_newer'],
  ['a full disk', new DOMException('', 'QuotaExceededError').name, 'trouble_storage'],
  ['a worker that does not answer', 'worker', 'trouble_worker'],
])('%s is described by a sentence of its own', (_what, name, sentence) =>
  expect(describeWorkerError(name)).toBe(sentence),
);
