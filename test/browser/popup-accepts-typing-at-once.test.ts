import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';

const id = '3EB0C431C26A1916E07E9A';

test('popup: a text that is typed while the worker starts stays in the same text box, and is kept', async ({
  pushpin,
}) => {
  await addZApi(pushpin);
  await pushpin.stopWorker();
  const popup = await pushpin.context.newPage();
  const url = `chrome-extension://${pushpin.extensionId}/src/popup/index.html`;
  await popup.goto(url, { waitUntil: 'commit' });
  await popup.waitForFunction(() => document.activeElement?.id === 'message');
  await popup.evaluate(() => Object.assign(document.activeElement ?? {}, { isFirst: true }));
  await popup.keyboard.insertText(id);

  await popup.getByRole('radio', { name: '7 days' }).waitFor();
  expect(await popup.getByLabel('Message').inputValue()).toBe(id);
  expect(await popup.getByLabel('Message').evaluate((box) => 'isFirst' in box && box === document.activeElement)).toBe(
    true,
  );
  await popup.close();

  const again = await pushpin.openPopup();
  await expect.poll(() => again.getByLabel('Message').inputValue()).toBe(id);
});
