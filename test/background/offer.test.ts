import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Account } from '../../src/accounts/account.ts';
import { intents } from '../../src/background/intents.ts';
import { emptyDraft } from '../../src/pins/empty-draft.ts';
import { aZApiAccount } from '../accounts/an-account.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';
import { zApiFixture } from '../providers/z-api-fixture.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
vi.stubGlobal('navigator', { locks: createLocks() });

const { instanceId, instanceToken } = zApiFixture.credentials;
const url = `https://api.z-api.io/instances/${instanceId}/token/${instanceToken}/send-text`;
const have = (accounts: Account[]) => browser.storage.local.kept.set('accounts', { accounts, defaultId: null });
const { message: _, ...unsaid } = emptyDraft;

beforeEach(() => void browser.opened.splice(0));

describe('a text in the popup', () => {
  it.each([
    ['with the credentials of an account that is not saved', [], url, 'new'],
    ['with those of one that is saved', [aZApiAccount()], url, 'known'],
    ['with no credentials', [], 'pin this', null],
    ['with a message beside them', [], `${url} true_5511999999999@c.us_3EB0796DC6B777C0C7CD`, null],
  ])('%s offers it only where it is new', async (_what, accounts, message, offer) => {
    have(accounts);
    expect(await intents.plan.handle({ ...unsaid, message })).toMatchObject({ offer });
  });

  it('makes an account of what is new, and opens nothing for what is saved', async () => {
    have([aZApiAccount()]);
    await intents['offer account'].handle({ text: url });
    expect(browser.opened).toEqual([]);
    have([]);
    await intents['offer account'].handle({ text: url });
    expect(browser.opened).toEqual(['src/options/index.html#offer']);
  });
});
