import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { chooseAccount, press } from './support/popup-gestures.ts';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

test('popup: the latest requests are listed, the newest first, with message, chat and account', async ({ pushpin }) => {
  const popup = await pushpin.openPopup();
  const latest = popup.getByRole('region', { name: 'Recent pins and unpins' });
  await latest.getByText('Nothing sent yet.').waitFor();

  await popup.getByLabel('Message').fill('3EB0796DC6B777C0C7CD');
  await popup.getByLabel('Chat').fill('120363019502650977@g.us');
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  await chooseAccount(popup, 'Community India (Periskope)');
  await popup.getByLabel('Message').fill('true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95');
  await press(popup, 'Unpin');
  await popup.getByRole('status').getByText('Accepted by Periskope').waitFor();

  const again = await pushpin.openPopup();
  const items = again.getByRole('region', { name: 'Recent pins and unpins' }).getByRole('listitem');
  await items.first().waitFor();
  const lines = (await items.allInnerTexts()).map((text) =>
    text
      .split(/\s*\n+\s*/)
      .filter((line) => !/^\d{1,2}:/.test(line))
      .map((line) => line.replace(/^Until .+/, 'Until …')),
  );
  expect(lines).toEqual([
    ['Accepted · Unpin', '3EB0F754E67BDF3178E76C680224FF7114E2CB95', '+919487126251 · Community India', 'Pin again…'],
    [
      'Accepted · Pin for 7 days',
      '3EB0796DC6B777C0C7CD',
      'Group 120363019502650977 · Support Brazil',
      'Until …',
      'Undo',
    ],
  ]);
});

test('popup: an accepted request shows the provider’s receipt and the account, and claims no more', async ({
  pushpin,
}) => {
  const popup = await pushpin.openPopup();
  const status = popup.getByRole('status');
  await popup.getByLabel('Message').fill('true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95');
  await press(popup, 'Pin');
  await status.getByText(/^Accepted by Z-API · zaapId [0-9A-F]{32}$/).waitFor();
  const end = await popup.evaluate(() => {
    const form = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
    return new Date(Date.now() + 7 * 24 * 60 * 60_000).toLocaleString('en-US', form).replace(/, .*/, '');
  });
  await status.getByText(`Account: Support Brazil. Until ${end}, `).waitFor();
  await popup.getByRole('listitem').first().getByText(`Until ${end}, `).waitFor();

  await chooseAccount(popup, 'Community India (Periskope)');
  await press(popup, 'Unpin');
  await status.getByText(/^Accepted by Periskope · trace [0-9a-f-]{36}$/).waitFor();
  await status.getByText('Account: Community India.').waitFor();
  expect(await popup.getByText(/\bpinned\b(?! for)/i).count()).toBe(0);
});

test('popup: a long account name and a long id never make it scroll sideways', async ({ pushpin, simulator }) => {
  await addZApi(pushpin, { name: 'Atendimento_Condominio_Jardim_das_Flores_Bloco_B_Zona_Sul_Nivel_2' });
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Account').selectOption({ index: 2 });
  const overflow = () => popup.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await popup.getByLabel('Message').fill('true_5511987654321@c.us_3EB0F3A97C1D5B8E2046A1C9D7E3B5F80264AC18');
  await press(popup, 'Pin');
  await popup.getByRole('status').getByText('Accepted by Z-API').waitFor();
  expect(await overflow()).toBeLessThanOrEqual(0);
  simulator.misbehave({ kind: 'status', status: 500, body: { error: 'x'.repeat(200) } });
  await press(popup, 'Unpin');
  await popup.getByRole('alert').getByText('had a server error').waitFor();
  expect(await overflow()).toBeLessThanOrEqual(0);
});
