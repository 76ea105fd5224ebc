import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Account } from '../../src/accounts/account.ts';
import { intents } from '../../src/background/handlers/index.ts';
import { gesture } from '../../src/background/triggers/gesture.ts';
import { emptyDraft } from '../../src/pins/plan/empty-form.ts';
import { NotOpened } from '../../src/platform/action-button.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';
import { zApiFixture } from '../providers/z-api-fixture.ts';
import { makeZApiAccount } from './make-account.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));
vi.stubGlobal('navigator', { onLine: true, locks: createLocks() });

const { instanceId, instanceToken } = zApiFixture.credentials;
const url = `https://api.z-api.io/instances/${instanceId}/token/${instanceToken}/send-text`;
const have = (accounts: Account[]) => browser.storage.local.kept.set('accounts', { accounts, defaultId: null });
const { message: _, ...emptyAnswers } = emptyDraft;

beforeEach(() => void browser.opened.splice(0));

const kept = () => browser.storage.session.kept.get('offer');
const pinGesture = { action: 'pin', days: null, review: false } as const;

describe('an offer', () => {
  it('an offered account says on which site its credentials were', async () => {
    have([]);
    await gesture(url, pinGesture, 'example.com');
    expect(await intents['take offer'].handle({})).toEqual({
      providerId: 'z-api',
      credentials: { instanceId, instanceToken },
      site: 'example.com',
    });
  });

  it('an offered account is given to the form once', async () => {
    have([]);
    await gesture(url, pinGesture);
    expect(await intents['take offer'].handle({})).toMatchObject({ site: null });
    expect(await intents['take offer'].handle({})).toBeNull();
  });

  it('an offered account is not kept if its form does not open', async () => {
    have([]);
    vi.spyOn(browser.tabs, 'create').mockRejectedValueOnce(new Error('No window'));
    await expect(gesture(url, pinGesture)).rejects.toThrow(NotOpened);
    expect(kept()).toBeNull();
  });

  it('an offered account that is saved does not become the default', async () => {
    have([makeZApiAccount({ id: 'own' })]);
    vi.stubGlobal('fetch', async () => Response.json({ connected: true }));
    const credentials = { instanceId: '3C0199999999', instanceToken: '00A199999999' };
    const draft = { id: null, providerId: 'z-api', name: 'Offered', credentials, days: 7, defaultChat: '' } as const;
    expect(await intents['save account'].handle({ draft, anyway: false })).toMatchObject({ kind: 'saved' });
    const accounts = await intents.accounts.handle({});
    expect(accounts.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ['Support', false],
      ['Offered', false],
    ]);
    // The one that was there stays the one that stands in the popup.
    const message = 'true_5511999999999@c.us_3EB0796DC6B777C0C7CD';
    expect(await intents.plan.handle({ ...emptyAnswers, message })).toMatchObject({ accountId: 'own' });
  });
});

describe('a text in the popup', () => {
  it.each([
    ['with the credentials of an account that is not saved', [], url, 'new'],
    ['with those of one that is saved', [makeZApiAccount()], url, 'saved'],
    ['with no credentials', [], 'pin this', null],
    ['with a message beside them', [], `${url} true_5511999999999@c.us_3EB0796DC6B777C0C7CD`, null],
  ])('a text in the popup %s offers an account only if it is new', async (_what, accounts, message, offer) => {
    have(accounts);
    expect(await intents.plan.handle({ ...emptyAnswers, message })).toMatchObject({ offer });
  });

  it('credentials in the popup open the account form if they are new, and nothing if their account is saved', async () => {
    have([makeZApiAccount()]);
    await intents['offer account'].handle({ text: url });
    expect(browser.opened).toEqual([]);
    have([]);
    await intents['offer account'].handle({ text: url });
    expect(browser.opened).toEqual(['src/options/index.html#offer']);
  });
});
