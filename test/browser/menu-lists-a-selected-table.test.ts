import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { chooseOnSelection, showPage } from './support/page-selection.ts';
import { pressInRealPopup, realPopup } from './support/real-popup.ts';
import { asSent, periskopeCall, pinCalls, zApiCall } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const pin = { messageAction: 'pin', pinMessageDuration: '7_days' } as const;
const idAt = (index: number) => `3EB0796DC6B777C0C7${(0xa0 + index).toString(16).toUpperCase()}`;

const phones = ['5511987654321', '120363019502650977-group', '5511999999999-1623281429', '81896604192873@lid'];
const atZApi = [...phones, ...phones].map((phone, index) => ({
  row: `${idAt(index)},${phone},5511999990000`,
  call: zApiCall({ phone, messageId: idAt(index), ...pin }),
}));
const atPeriskope = ['919487126251', '919876543210', '919811122233', '919900112233'].map((user, index) => {
  const key = `true_${user}@c.us_${idAt(8 + index)}`;
  return {
    row: `${key},${user}@c.us,${demoCredentials.periskope.phone}`,
    call: periskopeCall(key, { pin: true, time: 7 }),
  };
});
const all = [...atZApi, ...atPeriskope];
const csv = ['message_id,phone,connected_phone', ...all.map(({ row }) => row)].join('\n');

test('menu: a selected CSV of twelve rows is listed; one press pins each row in its chat, through its account', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
  const extensionPage = await pushpin.openOptions();
  const page = await showPage(pushpin, `<pre>${csv}</pre>`);
  await page.locator('pre').selectText();
  await chooseOnSelection(pushpin, page.mainFrame(), 'pin');

  const button = sentence('pin_many_button_other', '12');
  const popup = await realPopup(extensionPage, button);
  expect(popup).toMatchObject({ message: csv, account: sentence('account_listed') });
  const listed = all.map((_, index) => popup.text.split(idAt(index)).length - 1);
  expect(listed).toEqual(all.map(() => 1));
  expect(pinCalls(simulator.received)).toEqual([]);

  await pressInRealPopup(extensionPage, button);
  await realPopup(extensionPage, sentence('summary_accepted_other', '12', 'Support Brazil and Community India'));
  const calls = pinCalls(simulator.received).map(asSent);
  expect(calls).toHaveLength(12);
  expect(calls).toEqual(expect.arrayContaining(all.map(({ call }) => call)));
});
