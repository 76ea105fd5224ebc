import type { BrowserContext, Page, Worker } from 'playwright-core';

/** What Chrome tells about a click on a context menu's entry, as far as a test wants to say it. */
export interface MenuClick {
  selectionText?: string;
  pageUrl?: string;
  editable?: boolean;
  frameId?: number;
  frameUrl?: string;
  linkUrl?: string;
  srcUrl?: string;
  parentMenuItemId?: string;
}

/** Pushpin, built and running in a Chromium of its own. */
export interface Pushpin {
  context: BrowserContext;
  extensionId: string;
  /** Returns the live service worker, started if it was not running. */
  worker(): Promise<Worker>;
  isWorkerRunning(): Promise<boolean>;
  /** Stops the service worker as Chrome does, in the middle of whatever it does; the next event starts it again. */
  stopWorker(): Promise<void>;
  /** The popup's page, in a tab of the popup's size. */
  openPopup(): Promise<Page>;
  openOptions(): Promise<Page>;
  /** Clicks an entry of the context menu, by its id. It gives no `activeTab`: only the native menu does that. */
  clickMenu(menuItemId: string, click?: MenuClick): Promise<void>;
  /** What the toolbar icon shows. */
  badge(): Promise<{ text: string; title: string }>;
  /** Cuts the network of the worker and the pages: `navigator.onLine` is false there and no call gets out. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  /** Withdraws the access to the providers' hosts, as a user can on chrome://extensions. */
  withdrawHostAccess(): Promise<void>;
  grantHostAccess(): Promise<void>;
  /** Forgets every request, and all that is known of the accounts' limits and troubles. */
  forgetRequests(): Promise<void>;
  /** Makes it as if it had just been installed. */
  beginAnew(): Promise<void>;
  /** Saves a picture of the page as test/.output/NAME.png. */
  screenshot(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}
