import type { Page } from 'playwright-core';

/** Presses a button of the popup on the toolbar, through another page of the extension. */
export async function pressInRealPopup(page: Page, label: string): Promise<void> {
  await page.evaluate((name) => {
    const [view] = chrome.extension.getViews({ type: 'popup' });
    const button = [...(view?.document.querySelectorAll('button') ?? [])].find(({ innerText }) => innerText === name);
    if (!button) throw new Error(`The popup on the toolbar has no button ${name}`);
    button.click();
  }, label);
}
