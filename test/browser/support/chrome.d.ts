import type { Browser } from 'webextension-polyfill';

/** `dispatch` calls the listeners of an event of the extension API. Chrome has it, but does not document it. */
interface Dispatched {
  /** Returns what the listeners returned. */
  dispatch(...args: unknown[]): { results: unknown[] };
}

/** The API of chrome://extensions that changes a user's site access. */
interface DeveloperPrivate {
  updateExtensionConfiguration(update: { extensionId: string; hostAccess: 'ON_CLICK' | 'ON_ALL_SITES' }): Promise<void>;
}

declare global {
  /** `chrome` inside functions that run in the browser, by `evaluate`. */
  const chrome: Browser & {
    contextMenus: { onClicked: Dispatched };
    alarms: { onAlarm: Dispatched };
    commands: { onCommand: Dispatched };
    omnibox: { onInputChanged: Dispatched; onInputEntered: Dispatched };
    developerPrivate: DeveloperPrivate;
    runtime: { onMessage: Dispatched };
  };
}
