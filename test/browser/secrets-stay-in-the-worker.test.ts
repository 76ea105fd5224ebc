import { demoCredentials, demoSecrets } from '../simulator/demo-accounts.ts';
import { addPeriskope, addRefusedZApi, addZApi } from './support/accounts.ts';
import { databaseContent } from './support/database.ts';
import { expect, test } from './support/fixture.ts';
import { chooseAccount, press } from './support/popup-gestures.ts';
import { storageAndBadge } from './support/stored-and-shown.ts';

const wrongToken = 'Fsecret00wrong11client22token33S';
const key = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';

const accounts = [
  ['Support Brazil (Z-API)', demoCredentials.zApi.instanceToken],
  ['Wrong (Z-API)', wrongToken],
  ['Community India (Periskope)', demoCredentials.periskope.apiKey],
] as const;

test('secrets: none is outside of the stored accounts after pins and failures', async ({ pushpin, simulator }) => {
  const texts: string[] = [];
  const worker = await pushpin.worker();
  worker.on('console', (message) => texts.push(message.text()));
  pushpin.context.on('console', (message) => texts.push(message.text()));
  await addZApi(pushpin);
  await addRefusedZApi(pushpin, { name: 'Wrong', clientToken: wrongToken });
  await addPeriskope(pushpin);
  await worker.evaluate(() => console.log('heard'));

  const seen: string[] = [];
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(key);
  for (const [option, secret] of accounts) {
    await chooseAccount(popup, option);
    simulator.misbehave({ kind: 'status', status: 400, body: { error: `${secret} and ${secret}` }, times: 1 });
    await press(popup, 'Unpin');
    await popup.getByRole('alert').getByText('•••• and ••••').waitFor();
    seen.push(await popup.content());
    await press(popup, 'Pin');
    const accepted = popup.getByRole('status').getByText('Accepted by');
    await accepted.or(popup.getByRole('alert').getByText('refused the Client-Token')).waitFor();
    seen.push(await popup.content());
  }
  seen.push((await pushpin.badge()).title);
  await pushpin.clickMenu('pin', { selectionText: '3EB0796DC6B777C0C7CD' });
  const options = await pushpin.openOptions();
  await options.getByRole('listitem').first().waitFor();
  seen.push(await options.content(), await options.evaluate(databaseContent));
  seen.push(await storageAndBadge(pushpin));

  expect(seen.at(-2)).toContain('3EB0F754E67BDF3178E76C680224FF7114E2CB95');
  expect(texts).toContain('heard');
  for (const secret of [...demoSecrets, wrongToken]) {
    expect([...seen, ...texts].filter((text) => text.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  }
});
