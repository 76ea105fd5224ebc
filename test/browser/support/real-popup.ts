import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the popup on the toolbar shows. */
interface RealPopup {
  /** The label of the focused field. */
  focus: string;
  message: string;
  chat: string | null;
  account: string | null;
  text: string;
  /** The size of the content in px. Chrome adds scroll bars if the popup's window is too low for it. */
  width: number;
  height: number;
}

/** Reads the popup on the toolbar from another page of the extension, because Playwright does not see it as a page. */
const look = (page: Page): Promise<RealPopup | null> =>
  page.evaluate(() => {
    const [view] = chrome.extension.getViews({ type: 'popup' });
    if (!view) return null;
    const { document } = view;
    const field = <T extends HTMLElement>(label: string) =>
      [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.control as T | null;
    return {
      focus: (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '',
      message: field<HTMLTextAreaElement>('Message')?.value ?? '',
      chat: field<HTMLInputElement>('Chat')?.value ?? null,
      account: field<HTMLSelectElement>('Account')?.selectedOptions[0]?.textContent ?? null,
      text: document.body.innerText,
      width: document.body.offsetWidth,
      height: view.innerHeight,
    };
  });

/** Waits until the popup on the toolbar shows these values. */
export async function expectRealPopup(page: Page, expected: Partial<RealPopup>): Promise<void> {
  const { text, ...fields } = expected;
  const partly = { ...fields, ...(text ? { text: expect.stringContaining(text) } : {}) };
  await expect.poll(() => look(page)).toMatchObject(partly);
}

/** Waits until the popup on the toolbar shows that text, and returns what it shows. */
export async function realPopup(page: Page, text: string): Promise<RealPopup> {
  await expectRealPopup(page, { text });
  const popup = await look(page);
  if (!popup) throw new Error('The popup on the toolbar has closed');
  return popup;
}
/** Presses a button of the popup on the toolbar, through another page of the extension. */
export async function pressInRealPopup(page: Page, label: string): Promise<void> {
  await page.evaluate((name) => {
    const [view] = chrome.extension.getViews({ type: 'popup' });
    const button = [...(view?.document.querySelectorAll('button') ?? [])].find(({ innerText }) => innerText === name);
    if (!button) throw new Error(`The popup on the toolbar has no button ${name}`);
    button.click();
  }, label);
}
