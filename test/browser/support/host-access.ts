import type { BrowserContext } from 'playwright-core';

/**
 * Changes the site access of an extension on chrome://extensions, as a user does. `ON_CLICK` withdraws every host of the
 * manifest, `ON_ALL_SITES` grants them again; `ON_SPECIFIC_SITES` would grant none until each is named.
 */
export async function setHostAccess(
  context: BrowserContext,
  extensionId: string,
  hostAccess: 'ON_CLICK' | 'ON_ALL_SITES',
): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto('chrome://extensions');
    await page.evaluate((update) => chrome.developerPrivate.updateExtensionConfiguration(update), {
      extensionId,
      hostAccess,
    });
  } finally {
    await page.close();
  }
}
