import { addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { sentence } from './support/sentence.ts';

test('popup: Paste asks for the clipboard in a tab, where the question does not close it', async ({ pushpin }) => {
  await addZApi(pushpin);
  const popup = await pushpin.openPopup();
  const opened = pushpin.context.waitForEvent('page');
  await popup.getByRole('button', { name: sentence('paste_button') }).click();
  const options = await opened;
  await options.getByRole('heading', { name: sentence('clipboard_title') }).waitFor();
  await options.getByRole('button', { name: sentence('clipboard_allow') }).waitFor();
  expect(new URL(options.url()).hash).toBe('#clipboard=paste');
});
