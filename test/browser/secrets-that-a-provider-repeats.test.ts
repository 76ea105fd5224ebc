import { givenAway, spellings } from '../accounts/spellings.ts';
import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addPeriskope } from './support/accounts.ts';
import { databaseContent } from './support/database.ts';
import { expect, test } from './support/fixture.ts';
import { press } from './support/popup-gestures.ts';
import { storageAndBadge } from './support/stored-and-shown.ts';

const key = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';
const cut = (text: string) => text.slice(3, -3);

test('secrets: a provider that repeats them escaped, cut or encoded has them masked, on disk and on the screen', async ({
  pushpin,
  simulator,
}) => {
  await addPeriskope(pushpin);
  const { apiKey } = demoCredentials.periskope;
  const popup = await pushpin.openPopup();
  await popup.getByLabel('Message').fill(key);
  const seen: string[] = [];
  for (const [how, spell] of Object.entries({ ...spellings, 'without its ends': cut, 'in base64': btoa })) {
    const quoted = how.replace('\\', '');
    simulator.misbehave({ kind: 'status', status: 400, body: `{"message":"${quoted}: ${spell(apiKey)}."}`, times: 1 });
    await press(popup, 'Pin');
    await popup.getByRole('alert').getByText(`${quoted}: ••••`).waitFor();
    seen.push(await popup.content());
  }
  const options = await pushpin.openOptions();
  seen.push(await options.evaluate(databaseContent), await storageAndBadge(pushpin));
  expect(seen.at(-2)).toContain('in HTML numbers: ••••.');
  expect(seen.flatMap((text) => givenAway(text, [apiKey]))).toEqual([]);
});
