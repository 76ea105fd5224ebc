import { describe, expect, it } from 'vitest';
import { doubledNames, violations } from './house.ts';
import { sources, withoutComments } from './sources.ts';

describe('the house', () => {
  it.each(sources)('$path keeps the rules of its folder', (source) => expect(violations(source)).toEqual([]));
});

describe('file names', () => {
  it('no file name stands in two folders', () => expect(doubledNames(sources.map(({ path }) => path))).toEqual([]));

  it('a file name that stands in two folders is found', () =>
    expect(doubledNames(['popup/draft.ts', 'accounts/draft.tsx', 'popup/main.tsx', 'options/main.tsx'])).toEqual([
      'popup/draft.ts and accounts/draft.tsx have the same name',
    ]));
});

describe('a module', () => {
  it.each([
    ['references/index.ts', "import { x } from '../providers';"],
    ['references/index.ts', "import * as v from 'valibot';"],
    ['references/index.ts', "export * from '../words/t';"],
    ['providers/z-api/index.ts', "import { send } from '../../platform/http';"],
    ['providers/contract/read-answer.ts', "import type { Account } from '../../accounts/account';"],
    ['platform/i18n.ts', "import type { Days } from '../providers';"],
    ['words/t.ts', "import messages from '../../public/_locales/en/messages.json';"],
    ['accounts/account-store.ts', "import type { PinRequest } from '../pins/queue/request';"],
    ['pins/queue/queue.ts', "import { outbox } from '../../background/services';"],
    ['background/triggers/menu.ts', "import { Icon } from '../../ui/icon';"],
    ['ui/worker.ts', "import { type Intents, intents } from '../background/handlers';"],
    ['ui/worker.ts', "import '../background/handlers';"],
    ['ui/worker.ts', "const { intents } = await import('../background/handlers');"],
    ['popup/popup.tsx', "import {\n  intents,\n} from '../background/handlers';"],
    ['popup/popup.tsx', "import { Options } from '../options/options';"],
    ['options/main.tsx', "import { Popup } from '../popup/popup';"],
    ['platform/menus.ts', "import browser from 'webextension-polyfill';"],
    ['platform/stored-item.ts', "import { openDB } from 'idb';"],
    ['popup/popup.tsx', "import _ from 'lodash';"],
    ['utils/array.ts', 'export const x = 1;'],
    ['background/understand.ts', 'export const x = 1;'],
    ['background/plans/plan-form.ts', 'export const x = 1;'],
    ['background/triggers/menu.ts', 'await queue.enqueue([wish]);'],
    ['background/handlers/run-intents.ts', 'await queue.enqueue(wishes, run);'],
    ['pins/queue/queue.ts', 'await browser.storage.local.get();'],
    ['pins/queue/queue.ts', 'chrome.runtime.id;'],
    ['popup/popup-state.ts', "await fetch('https://example.com');"],
    ['pins/queue/queue.ts', 'const now = Date.now();'],
    ['pins/queue/queue.ts', 'navigator.locks.request();'],
    ['ui/icon.tsx', 'indexedDB.open();'],
    ['options/main.tsx', 'localStorage.setItem();'],
  ])('the module %s must not contain: %s', (path, code) => expect(violations({ path, code })).not.toEqual([]));

  it.each([
    ['providers/z-api/index.ts', "import { readChat } from '../../references';"],
    ['words/t.ts', "import type messages from '../../public/_locales/en/messages.json';"],
    ['platform/browser.ts', "export { default as browser } from 'webextension-polyfill';"],
    ['ui/worker.ts', "import type { Intents } from '../background/handlers';"],
    ['ui/worker.ts', "import { type Intents } from '../background/handlers';"],
    ['popup/main.tsx', "import '../ui/styles/base.css';"],
    ['background/badge.ts', 'export const x = 1;'],
    ['background/handlers/pin-intents.ts', 'await requestPins({ wishes, run });'],
    ['pins/plan/request-pins.ts', 'await queue.enqueue(wishes, run);'],
    ['pins/queue/queue.ts', 'const { browser } = parts; new Date(1); prefetch(1);'],
  ])('the module %s may contain: %s', (path, code) => expect(violations({ path, code })).toEqual([]));
});

describe('a comment', () => {
  it.each([
    ['/** Lives in `chrome.storage`. */\nconst a = 1;', '\nconst a = 1;'],
    ['const a = 1; // fetch(x)', 'const a = 1; '],
    ["const a = 'https://x.y';", "const a = 'https://x.y';"],
  ])('comments are left out of the code that is checked, and nothing else: %j', (text, code) =>
    expect(withoutComments(text)).toBe(code),
  );
});
