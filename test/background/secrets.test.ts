import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { secretsOf } from '../../src/accounts/account.ts';
import type { Draft } from '../../src/accounts/account-draft.ts';
import { intents } from '../../src/background/handlers/index.ts';
import { requestQueries } from '../../src/background/services.ts';
import { emptyForm } from '../../src/pins/plan/empty-form.ts';
import { providerOf } from '../../src/providers/index.ts';
import { makePeriskopeAccount, makeZApiAccount } from '../accounts/make-account.ts';
import { givenAway, spellings } from '../accounts/spellings.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const locks = createLocks();
const accounts = [makeZApiAccount(), makePeriskopeAccount()];
const secrets = accounts.flatMap((account) => secretsOf(providerOf(account.providerId), account.credentials));
const logged = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];

/** Returns the address of a request, followed by the values of its headers. */
const sayings = (url: unknown, init?: RequestInit): string =>
  [String(url), ...new Headers(init?.headers).values()].join(' ');

/** Providers whose answers repeat everything that a request contains, in several spellings. */
const echoes = Object.entries(spellings).flatMap(([how, spell]) => [
  {
    where: `in the body ${how}`,
    fetched: async (url: unknown, init?: RequestInit) =>
      new Response(`{"error":"${quoted(spell(sayings(url, init)))}"}`, { status: 400 }),
  },
  {
    where: `in a header ${how}`,
    fetched: async (url: unknown, init?: RequestInit) =>
      new Response('{}', { status: 400, headers: { 'x-periskope-trace-id': spell(sayings(url, init)) } }),
  },
  {
    where: `as a receipt ${how}`,
    fetched: async (url: unknown, init?: RequestInit) =>
      new Response(`{"zaapId":"${quoted(spell(sayings(url, init)))}","connected":true}`),
  },
]);

/** Escapes only the quotes of a text for JSON. Other escapes stay, so that the reader undoes them. */
const quoted = (text: string): string => text.replace(/(?<!\\)"/g, '\\"');

const draftOf = (account: (typeof accounts)[number]): Draft => ({ ...account, credentials: {}, defaultChat: '' });

/** Returns the answers to every intent by which a page could learn a secret. */
async function everyAnswer(): Promise<string> {
  const answers: unknown[] = [];
  for (const account of accounts) {
    const message = 'true_5511999999999@c.us_3EB0796DC6B777C0C7CD';
    const form = { ...emptyForm, days: 7, message, accountId: account.id } as const;
    const shown = { mark: null, accountId: account.id, chat: '' };
    answers.push(await intents.plan.handle(form));
    answers.push(await intents.pin.handle({ form, shown }));
    answers.push(await intents['test connection'].handle(draftOf(account)));
    answers.push(await intents['list choices'].handle(draftOf(account)));
    answers.push(await intents['save account'].handle({ draft: draftOf(account), anyway: false }));
    answers.push(await intents['save account'].handle({ draft: draftOf(account), anyway: true }));
  }
  await locks.idle();
  const overview = await intents.overview.handle({});
  const ids = overview.latest.map(({ id }) => id);
  return JSON.stringify([answers, overview, await intents.accounts.handle({}), await intents.requests.handle({ ids })]);
}

/** Returns everything on disk except the accounts. */
const kept = async () =>
  JSON.stringify([await requestQueries.latest(1_000), await requestQueries.runs(), await requestQueries.gates()]);

beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true, locks });
  browser.storage.local.kept.set('accounts', { accounts, defaultId: null });
});

afterEach(() => browser.storage.local.kept.clear());

describe.each(echoes)('a provider that repeats secrets $where', ({ fetched }) => {
  it('no answer to a page has a secret that a provider repeats', async () => {
    vi.stubGlobal('fetch', vi.fn(fetched));
    const answers = await everyAnswer();
    expect(fetch).toHaveBeenCalled();
    expect(givenAway(answers, secrets)).toEqual([]);
  });

  it('no secret that a provider repeats is on the toolbar, on disk, in the draft or in a log', async () => {
    vi.stubGlobal('fetch', vi.fn(fetched));
    await everyAnswer();
    const { toolbar, storage } = browser;
    const stored = [toolbar, [...storage.session.kept], logged.map(({ mock }) => mock.calls), await kept()];
    expect(givenAway(JSON.stringify(stored), secrets)).toEqual([]);
  });
});
