import { describe, expect, it } from 'vitest';
import { trespasses } from './house.ts';
import { sources, withoutComments } from './sources.ts';

describe('every module keeps to its place', () => {
  it.each(sources)('$path', (source) => expect(trespasses(source)).toEqual([]));
});

describe('a module', () => {
  it.each([
    ['references/index.ts', "import { x } from '../providers';"],
    ['references/index.ts', "import * as v from 'valibot';"],
    ['references/index.ts', "export * from '../platform/words';"],
    ['providers/z-api.ts', "import { send } from '../platform/http';"],
    ['providers/contract/answer.ts', "import type { Account } from '../../accounts/account';"],
    ['platform/words.ts', "import type { Days } from '../providers';"],
    ['platform/words.ts', "import messages from '../../public/_locales/en/messages.json';"],
    ['accounts/store.ts', "import type { PinRequest } from '../pins/pin-request';"],
    ['pins/outbox.ts', "import { outbox } from '../background/sender';"],
    ['background/menu.ts', "import { Icon } from '../ui/icon';"],
    ['ui/worker.ts', "import { type Intents, intents } from '../background/intents';"],
    ['ui/worker.ts', "import '../background/intents';"],
    ['ui/worker.ts', "const { intents } = await import('../background/intents');"],
    ['popup/popup.tsx', "import {\n  intents,\n} from '../background/intents';"],
    ['popup/popup.tsx', "import { Options } from '../options/options';"],
    ['options/main.tsx', "import { Popup } from '../popup/popup';"],
    ['platform/menus.ts', "import browser from 'webextension-polyfill';"],
    ['platform/stored-item.ts', "import { openDB } from 'idb';"],
    ['popup/popup.tsx', "import _ from 'lodash';"],
    ['utils/array.ts', 'export const x = 1;'],
    ['pins/outbox.ts', 'await browser.storage.local.get();'],
    ['pins/outbox.ts', 'chrome.runtime.id;'],
    ['popup/popup-state.ts', "await fetch('https://example.com');"],
    ['pins/outbox.ts', 'const now = Date.now();'],
    ['pins/outbox.ts', 'navigator.locks.request();'],
    ['ui/icon.tsx', 'indexedDB.open();'],
    ['options/main.tsx', 'localStorage.setItem();'],
  ])('%s must not say: %s', (path, code) => expect(trespasses({ path, code })).not.toEqual([]));

  it.each([
    ['providers/z-api.ts', "import { readChat } from '../references';"],
    ['platform/words.ts', "import type messages from '../../public/_locales/en/messages.json';"],
    ['platform/browser.ts', "export { default as browser } from 'webextension-polyfill';"],
    ['ui/worker.ts', "import type { Intents } from '../background/intents';"],
    ['ui/worker.ts', "import { type Intents } from '../background/intents';"],
    ['popup/main.tsx', "import '../ui/styles/base.css';"],
    ['pins/outbox.ts', 'const { browser } = parts; new Date(1); prefetch(1);'],
  ])('%s may say: %s', (path, code) => expect(trespasses({ path, code })).toEqual([]));
});

describe('a comment', () => {
  it.each([
    ['/** Lives in `chrome.storage`. */\nconst a = 1;', '\nconst a = 1;'],
    ['const a = 1; // fetch(x)', 'const a = 1; '],
    ["const a = 'https://x.y';", "const a = 'https://x.y';"],
  ])('is passed over, and nothing else: %j', (text, code) => expect(withoutComments(text)).toBe(code));
});
