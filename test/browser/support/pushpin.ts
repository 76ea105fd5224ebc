import type { BrowserContext, Page, Worker } from 'playwright-core';

/** The parts of Chrome's data about a click on a menu entry that tests set. */
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

/** The built extension, running in a Chromium of its own. */
export interface Pushpin {
  context: BrowserContext;
  extensionId: string;
  /** Returns the live service worker, started if it was not running. */
  worker(): Promise<Worker>;
  isWorkerRunning(): Promise<boolean>;
  /** Terminates the service worker in the middle of whatever it does, as Chrome may; the next event starts it again. */
  stopWorker(): Promise<void>;
  /** Opens the popup's page in a tab of the popup's size. */
  openPopup(): Promise<Page>;
  openOptions(): Promise<Page>;
  /** Clicks an entry of the context menu by its id. Unlike the native menu, this gives no `activeTab`. */
  clickMenu(menuItemId: string, click?: MenuClick): Promise<void>;
  /** Returns what the toolbar icon shows. */
  badge(): Promise<{ text: string; title: string }>;
  /** Cuts the network of the worker and the pages: `navigator.onLine` is false, and every call fails. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  /** Withdraws the access to the providers' hosts, as a user can on chrome://extensions. */
  withdrawHostAccess(): Promise<void>;
  grantHostAccess(): Promise<void>;
  /** Empties the database, except for the chats: requests, runs, pins and gates. Restarts the worker. */
  forgetRequests(): Promise<void>;
  /** Removes everything that is stored and restarts the worker, as after a new installation. */
  beginAnew(): Promise<void>;
  /** Saves a picture of the page as test/.output/NAME.png. */
  screenshot(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}
