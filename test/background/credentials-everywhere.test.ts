import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { secretsOf } from '../../src/accounts/account.ts';
import { intents } from '../../src/background/handlers/index.ts';
import { requestQueries } from '../../src/background/services.ts';
import { copiedEntry } from '../../src/background/triggers/menu.ts';
import { providerOf } from '../../src/providers/index.ts';
import { makePeriskopeAccount, makeZApiAccount } from '../accounts/make-account.ts';
import { givenAway, spellings } from '../accounts/spellings.ts';
import { browser } from '../fake-browser.ts';
import { createLocks } from '../fake-locks.ts';
import { inputOf, placesIn } from './inputs.ts';

vi.mock('../../src/platform/browser', () => import('../fake-browser.ts'));

const locks = createLocks();
// The tests are offline, so that no provider is called.
vi.stubGlobal('navigator', { onLine: false, locks });
vi.stubGlobal('addEventListener', () => {});

const accounts = [
  makeZApiAccount(),
  makePeriskopeAccount({ credentials: { apiKey: 'pk+live/0123456789abcdefGHIJ==', phone: '919876543210' } }),
];
const other = {
  instanceId: '3C0199A2B3C4D5E6F7',
  instanceToken: '7C19E0D8B3A2F45561770E9D',
  clientToken: 'Fq8w7e6r5t4y3u2i1o0pazS',
};
const saved = accounts.flatMap((account) => secretsOf(providerOf(account.providerId), account.credentials));
const secrets = [...saved, other.instanceToken, other.clientToken];

const keyOf = (id: string) => `true_5511999999999@c.us_${id}`;
let ids = 0;
/** Returns a new message id, because two equal wishes would become one request. */
const newMessageId = () => `3EB0${(ids++).toString(16).toUpperCase().padStart(16, '0')}`;
const curl = ({ instanceId, instanceToken, clientToken }: Readonly<Record<string, string>>, data: string) =>
  `curl -X POST 'https://api.z-api.io/instances/${instanceId}/token/${instanceToken}/pin-message' -H 'Client-Token: ${clientToken}' -d '${data}'`;
const bare = (id: string) => `{"messageId":"${id}"}`;
const whole = (id: string) => `{"phone":"5511999999999","messageId":"${id}"}`;

const texts: Readonly<Record<string, (id: string) => string>> = {
  ...Object.fromEntries(saved.map((secret, index) => [`the saved secret ${index + 1}`, () => secret])),
  // The API key has characters that are escaped.
  ...Object.fromEntries(
    Object.entries(spellings).map(([how, spell]) => [`a saved secret ${how}`, () => spell(saved.at(-1) ?? '')]),
  ),
  'the header of a secret that nobody saved': (id) => `Authorization: Bearer ${other.clientToken} ${keyOf(id)}`,
  'a secret in quotes': () => `"${saved[0]}"`,
  'a secret amid prose': () => `The token is ${saved[1]?.toUpperCase()}, thanks`,
  'a secret as the id of a message': () => `{"phone":"5511999999999","messageId":"${saved[0]}"}`,
  'a secret as a chat': (id) => `{"chat":"${saved[1]}","messageId":"${id}"}`,
  'a secret as an account': (id) => `{"instanceId":"${saved[0]}","phone":"5511999999999","messageId":"${id}"}`,
  'a secret beside a message': (id) => `${keyOf(id)} ${saved[2]}`,
  'a secret beside two messages': (id) => `${keyOf(id)} ${keyOf(newMessageId())} ${saved[2]}`,
  'a command of a saved account': () => curl(accounts[0]?.credentials ?? {}, '{}'),
  'a command of a saved account for a message': (id) => curl(accounts[0]?.credentials ?? {}, whole(id)),
  'a command of a saved account for a message without a chat': (id) => curl(accounts[0]?.credentials ?? {}, bare(id)),
  'a command of another account': () => curl(other, '{}'),
  'a command of another account for a message': (id) => curl(other, whole(id)),
  'a command of another account for a message without a chat': (id) => curl(other, bare(id)),
};

/** Creates an event of the browser. */
function createEvent() {
  const listeners: ((...given: unknown[]) => unknown)[] = [];
  return {
    addListener: (listener: (...given: unknown[]) => unknown) => void listeners.push(listener),
    fire: (...given: unknown[]) => listeners.map((listener) => listener(...given)),
  };
}

const menuIds: string[] = [];
const chrome = {
  contextMenus: {
    removeAll: async () => {},
    create: ({ id: made }: { id: string }) => void menuIds.push(made),
    onClicked: createEvent(),
  },
  commands: { onCommand: createEvent() },
  omnibox: {
    onInputStarted: createEvent(),
    onInputChanged: createEvent(),
    onInputEntered: createEvent(),
    setDefaultSuggestion: ({ description }: { description: string }) => void lines.push(description),
  },
  /** Returns the text that is selected on the page. */
  scripting: { executeScript: async () => [{ result: { text: selected, isCurrent: true } }] },
};
let selected = '';
const lines: string[] = [];
const installed = createEvent();
Object.assign(browser, chrome);
Object.assign(browser.runtime, { onInstalled: installed, onStartup: createEvent() });
Object.assign(browser.alarms, { onAlarm: createEvent() });
Object.assign(browser.permissions, { onAdded: createEvent() });
Object.assign(browser.tabs, { query: async () => [{ id: 7 }] });

const tab = { id: 7, url: 'https://example.com/' };
/** Every trigger that acts on a text outside the pages of Pushpin. */
const triggers = new Map<string, (text: string) => unknown>([
  ['omnibox', (text) => chrome.omnibox.onInputEntered.fire(text)],
]);
await import('../../src/background/index.ts');
installed.fire({ reason: 'update' });
await vi.waitFor(() => expect(menuIds).toContain(copiedEntry));
for (const name of menuIds) {
  const click = { menuItemId: name, selectionText: 'x', editable: false, pageUrl: tab.url };
  // An entry with a submenu cannot be chosen, and only the popup reads the clipboard.
  if (name !== 'pin-for' && name !== copiedEntry)
    triggers.set(`menu ${name}`, () => chrome.contextMenus.onClicked.fire(click, tab));
}
for (const name of Object.keys(manifest.commands)) {
  // Chrome opens the popup for this command, and the popup asks for the text of the page by an intent.
  if (name !== '_execute_action') triggers.set(`command ${name}`, () => chrome.commands.onCommand.fire(name, tab));
}

const finished = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Runs a function with every store of every database. */
async function withStores<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T[]> {
  const databases = (await indexedDB.databases()).map(async ({ name = '' }) => {
    const opened = await finished(indexedDB.open(name));
    const stores = [...opened.objectStoreNames];
    const done = await Promise.all(stores.map((store) => work(opened.transaction(store, mode).objectStore(store))));
    opened.close();
    return done;
  });
  return (await Promise.all(databases)).flat();
}

/** Returns everything that is stored or shown, except the accounts and an offer for the account form. */
async function everything(): Promise<string> {
  const { offer: _, ...session } = Object.fromEntries(browser.storage.session.kept);
  const days = browser.storage.local.kept.get('last-days');
  return JSON.stringify([
    session,
    days,
    browser.toolbar,
    browser.opened,
    lines,
    await withStores('readonly', (store) => finished(store.getAll())),
  ]);
}

/** Waits until all work that was started is done. */
async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await locks.idle();
  }
}

const made = async () => (await requestQueries.latest(1_000)).length;

beforeEach(async () => {
  await settle();
  await withStores('readwrite', (store) => finished(store.clear()));
  // The handlers below ask for a run by this id.
  vi.spyOn(crypto, 'randomUUID').mockReturnValueOnce('support' as ReturnType<typeof crypto.randomUUID>);
  await intents['start run'].handle({ name: 'list.csv' });
  browser.storage.session.kept.clear();
  browser.storage.local.kept.set('accounts', { accounts, defaultId: null });
  browser.opened.length = 0;
  lines.length = 0;
});

describe('credentials in a text', () => {
  it('every trigger that acts on a text is tried with credentials', () => {
    expect([...triggers.keys()]).toEqual(
      expect.arrayContaining(['menu pin', 'menu unpin', 'menu review', 'command pin-selection', 'omnibox']),
    );
    expect(triggers.size).toBeGreaterThanOrEqual(9);
  });

  describe.each([...triggers])('that is chosen by %s', (_name, act) => {
    it.each(Object.entries(texts))(
      'credentials in a text are kept nowhere, whichever trigger acts on it: %s',
      async (_what, textOf) => {
        const text = textOf(newMessageId());
        selected = text;
        const before = await made();
        act(text);
        // The trigger must have an effect, otherwise the test would pass without any listener.
        await vi.waitFor(async () => expect((await made()) - before + browser.opened.length).toBeGreaterThan(0));
        await settle();
        expect(givenAway(await everything(), secrets)).toEqual([]);
      },
    );
  });

  it.each(Object.entries(texts))('no line of the address bar shows credentials: %s', async (_what, textOf) => {
    chrome.omnibox.onInputChanged.fire(textOf(newMessageId()), () => {});
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(givenAway(await everything(), secrets)).toEqual([]);
  });
});

/** Returns a harmless value for a string of an input, by the name of its field. Ids are ids that exist in the stores. */
function harmless(path: string): string {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  const values: Readonly<Record<string, string>> = {
    accountId: 'support',
    id: 'support',
    message: keyOf(newMessageId()),
    text: keyOf(newMessageId()),
    messageId: newMessageId(),
    chat: '5511999999999@c.us',
    defaultChat: '',
  };
  return values[name] ?? 'Support';
}

/** The handlers under test. Only `take offer` returns credentials, because the account form is filled in with them. */
const handlers = Object.entries(intents).filter(([name]) => name !== 'take offer');

describe.each(handlers)('the handler of "%s"', (_name, { schema, handle }) => {
  // The worker makes the ids of accounts, requests and runs itself, so they hold no credentials.
  const isOwnId = (path: string) => /(?:^|\.)(?:accountId|ids?)(?:\.\d+)?$/.test(path);
  const paths = placesIn(schema).filter((path) => !isOwnId(path));

  /** Calls the handler, and checks that neither its answer nor anything that is stored or shown has a secret. */
  async function holds(textAt: (path: string) => string, isFilled: boolean): Promise<void> {
    const { success, output: input } = v.safeParse(schema as v.GenericSchema, inputOf(schema, textAt, isFilled));
    if (!success) return;
    // A page gets only the name of an error: src/platform/messages.ts.
    const answer = await (handle as (given: unknown) => Promise<unknown>)(input).catch(() => null);
    await settle();
    expect(givenAway(JSON.stringify(answer ?? null), secrets)).toEqual([]);
    expect(givenAway(await everything(), secrets)).toEqual([]);
  }

  it.each(Object.entries(texts))('no handler returns or keeps credentials: %s', async (_what, textOf) => {
    const text = textOf(newMessageId());
    selected = text;
    const anywhere = (path: string) => (isOwnId(path) ? harmless(path) : text);
    await holds(anywhere, true);
    await holds(anywhere, false);
    for (const credentialPath of paths) {
      await holds((path) => (path === credentialPath ? text : harmless(path)), true);
    }
  });
});
