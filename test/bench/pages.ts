import type { Pushpin } from '../browser/support/pushpin.ts';
import { type Measure, time } from './compare.ts';

/** Measures from opening the popup's page until its text box has the focus. */
export const openPopup =
  (pushpin: Pushpin): Measure =>
  async () => {
    const page = await pushpin.context.newPage();
    const durationMs = await time(async () => {
      await page.goto(`chrome-extension://${pushpin.extensionId}/src/popup/index.html`, { waitUntil: 'commit' });
      await page.waitForFunction(() => document.activeElement?.id === 'message');
    });
    await page.close();
    return durationMs;
  };

/** Measures from opening a picture of the extension until it is shown, which is what opening any page costs. */
export const openPicture =
  (pushpin: Pushpin): Measure =>
  async () => {
    const page = await pushpin.context.newPage();
    const durationMs = await time(async () => {
      await page.goto(`chrome-extension://${pushpin.extensionId}/icons/16.png`, { waitUntil: 'commit' });
      await page.waitForFunction(() => document.readyState === 'complete');
    });
    await page.close();
    return durationMs;
  };
