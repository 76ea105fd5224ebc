import { givenAway } from '../accounts/spellings.ts';
import { demoCredentials, demoSecrets } from '../simulator/demo-accounts.ts';
import { addPeriskope, addZApi } from './support/accounts.ts';
import { databaseContent } from './support/database.ts';
import { expect, test } from './support/fixture.ts';
import { pageContent, storageAndBadge } from './support/stored-and-shown.ts';

const { instanceId, instanceToken, clientToken } = demoCredentials.zApi;
const id = '3EB0796DC6B777C0C7CD';
const curl = (data: string) =>
  `curl 'https://api.z-api.io/instances/${instanceId}/token/${instanceToken}/pin-message' -H 'Client-Token: ${clientToken}' -d '${data}'`;

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

test.for([
  ['a Client-Token', clientToken, ''],
  ['an API key', demoCredentials.periskope.apiKey, ''],
  ['an escaped token', JSON.stringify(instanceToken).replaceAll('9', '\\u0039'), ''],
  ['a command with a message', curl(`{"messageId":"${id}"}`), `{"messageId":"${id}","instanceId":"${instanceId}"}`],
] as const)(
  'credentials: $0 that is chosen as a message is not in the popup',
  async ([_, text, message], { pushpin }) => {
    await pushpin.clickMenu('pin', { selectionText: text });
    const popup = await pushpin.openPopup();
    const box = popup.getByLabel('Message');
    await box.waitFor();
    await expect.poll(() => box.inputValue()).toBe(message);
    const seen = [await pageContent(popup), await storageAndBadge(pushpin), await popup.evaluate(databaseContent)];
    expect(seen.flatMap((part) => givenAway(part, demoSecrets))).toEqual([]);
  },
);
