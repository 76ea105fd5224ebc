import type { Page } from 'playwright-core';
import { addPeriskope, addZApi } from './support/accounts.ts';
import { smallTargets, violations } from './support/axe.ts';
import { chooseFile, idOf, newestRun, openAddMany, openPins, pinAsRun } from './support/bulk.ts';
import { expect, test } from './support/fixture.ts';

/** The width of half a small screen, in px. */
const narrow = { width: 800, height: 700 };

async function expectAccessible(page: Page): Promise<void> {
  await page.setViewportSize(narrow);
  expect(await violations(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(narrow.width);
}

test('accessible: the Pins view has no violation before there is an account', async ({ pushpin }) => {
  const options = await openPins(pushpin);
  await options.getByText('Add an account first').waitFor();
  expect(await options.getByRole('link', { name: 'Pins' }).getAttribute('aria-current')).toBe('page');
  await expectAccessible(options);
});

test('accessible: Add many has no violation when empty, in a review with problems, and after sending', async ({
  pushpin,
}) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
  const options = await openAddMany(pushpin);
  const messages = options.getByLabel('Messages');
  await expect.poll(() => messages.evaluate((box) => box === document.activeElement)).toBe(true);
  await expectAccessible(options);
  await chooseFile(options, 'august.csv', [
    'messageId,chat,account,action,duration',
    `${idOf(1)},5511987654321,Support Brazil,pin,7 days`,
    `${idOf(2)},5511987654321,Nobody,pin,7 days`,
  ]);
  await options.getByText('1 ready, 1 with problems.').waitFor();
  const heading = options.getByRole('heading', { name: 'Review: august.csv' });
  await expect.poll(() => heading.evaluate((it) => it === document.activeElement)).toBe(true);
  await expectAccessible(options);
  await options.getByRole('button', { name: 'Pin', exact: true }).click();
  await options.getByText('Not sent because of problems: 1.').waitFor();
  await expectAccessible(options);
});

test('accessible: a paused run and a failed run have no violation', async ({ pushpin, simulator }) => {
  simulator.misbehave({ kind: 'status', status: 422, times: 1, on: { route: 'pin' } });
  const options = await openAddMany(pushpin);
  await pinAsRun(options, 20, 100);
  await options.getByText('First failures').waitFor();
  await newestRun(options).getByText('Finished').waitFor();
  await expectAccessible(options);
  simulator.misbehave({ kind: 'delay', ms: 200, on: { route: 'pin' } });
  await options.getByRole('button', { name: 'Add many' }).click();
  await pinAsRun(options, 20, 200);
  await newestRun(options).getByRole('button', { name: 'Pause' }).click();
  await newestRun(options).getByText('Paused').waitFor();
  await expectAccessible(options);
  await newestRun(options).getByRole('button', { name: 'Cancel the rest' }).click();
});
