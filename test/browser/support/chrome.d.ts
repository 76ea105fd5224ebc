import type { Browser } from 'webextension-polyfill';

/** What `Event.dispatch` adds to an event of the extension API: Chrome has it, nobody documents it. */
interface Dispatched {
  dispatch(...args: unknown[]): void;
}

/** The part of chrome://extensions' own API that changes a user's site access. */
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
  };
}
