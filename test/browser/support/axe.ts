import axe from 'axe-core';
import type { Page } from 'playwright-core';

declare const window: { axe?: typeof axe };

/** Returns the violations that axe finds on a page in light and in dark, each with its rule and element. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  // The page's content security policy refuses a script element.
  if (await page.evaluate(() => !window.axe)) await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const results = await page.evaluate(() => window.axe?.run({ resultTypes: ['violations'] }));
    if (!results) throw new Error('The page has lost axe');
    for (const { id, nodes } of results.violations) {
      found.push(...nodes.map(({ target, failureSummary }) => `${colorScheme}: ${id} at ${target}: ${failureSummary}`));
    }
  }
  return found;
}

const smallest = 24;

/** Returns the names of all controls that are smaller than 24 px (WCAG 2.2, 2.5.8). */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const targets = [...document.querySelectorAll('button, select, textarea, input, a[href], [role=button]')];
    return targets.flatMap((target) => {
      const isBox = target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type);
      const touched = isBox ? target.closest('label') : target;
      const { width, height } = (touched ?? target).getBoundingClientRect();
      const visible = width > 0 && height > 0;
      return visible && (width < least || height < least) ? [`${target.textContent} ${width} × ${height}`] : [];
    });
  }, smallest);
