import { addPeriskope, addZApi } from './accounts.ts';
import { expect, test } from './fixture.ts';
import { realPopup } from './real-popup.ts';
import { pressInRealPopup } from './real-popup-button.ts';
import { asSent, pinCalls, zApiCall } from './requests.ts';
import { chooseOnSelection, showPage } from './selected.ts';
import { sentence } from './sentence.ts';

const chats = ['5511987654321', '120363019502650977-group', '5511999999999-1623281429', '81896604192873@lid'];
const rows = Array.from({ length: 12 }, (_, index) => ({
  messageId: `3EB0796DC6B777C0C7${(0xa0 + index).toString(16).toUpperCase()}`,
  phone: chats[index % chats.length] ?? '',
}));
const csv = ['message_id,phone,note', ...rows.map(({ messageId, phone }) => `${messageId},${phone},"a, b"`)].join('\n');

test('menu: a selected CSV of twelve rows is listed, and pinned by one press, each row in its chat', async ({
  pushpin,
  simulator,
}) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
  const extensionPage = await pushpin.openOptions();
  await extensionPage.getByRole('button', { name: 'Make Support Brazil the default' }).click();
  await extensionPage.getByText('Default', { exact: true }).waitFor();
  const page = await showPage(pushpin, `<pre>${csv}</pre>`);
  await page.locator('pre').selectText();
  await chooseOnSelection(pushpin, page.mainFrame(), 'pin');

  const button = sentence('pin_many_button', '12');
  const popup = await realPopup(extensionPage, button);
  expect(popup.message).toBe(csv);
  expect(rows.filter(({ messageId }) => !popup.text.includes(messageId))).toEqual([]);
  expect(pinCalls(simulator.received)).toEqual([]);

  await pressInRealPopup(extensionPage, button);
  await realPopup(extensionPage, sentence('summary_accepted', '12', 'Support Brazil'));
  const pin = { messageAction: 'pin', pinMessageDuration: '7_days' } as const;
  const calls = pinCalls(simulator.received).map(asSent);
  expect(calls).toHaveLength(12);
  expect(calls).toEqual(expect.arrayContaining(rows.map((row) => zApiCall({ ...row, ...pin }))));
});
