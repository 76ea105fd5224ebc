import type { Page } from 'playwright-core';
import { addPeriskope, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { untilAnswered } from './support/open-messages.ts';
import { chooseAccount, press } from './support/popup-gestures.ts';
import type { Pushpin } from './support/pushpin.ts';
import { asSent, periskopeCall, pinCalls, zApiCall } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const id = '3EB0796DC6B777C0C7CD';
const group = '120363019502650977-group';
const key = 'true_919487126251@c.us_3EB0F754E67BDF3178E76C680224FF7114E2CB95';
const periskope = 'Community India (Periskope)';

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addPeriskope(pushpin);
});

/** Opens the popup with a message of a provider in its form. */
async function openWith(pushpin: Pushpin, provider: string): Promise<Page> {
  const popup = await pushpin.openPopup();
  await chooseAccount(popup, provider === 'Z-API' ? 'Support Brazil (Z-API)' : periskope);
  await popup.getByLabel('Message').fill(provider === 'Z-API' ? id : key);
  if (provider === 'Z-API') await popup.getByLabel('Chat').fill(group);
  return popup;
}

const first = (popup: Page) => popup.getByRole('listitem').first();
const accepted = (popup: Page, what: string) => first(popup).getByText(`Accepted · ${what}`).waitFor();

test.for(['Z-API', 'Periskope'])(
  'popup: Undo of the unpin of a pin for 30 days says that it gives 30 days back, and does, through %s',
  async (provider, { pushpin, simulator }) => {
    const popup = await openWith(pushpin, provider);
    await popup.getByRole('radio', { name: '30 days' }).check();
    await press(popup, 'Pin');
    await accepted(popup, 'Pin for 30 days');
    await popup.getByRole('radio', { name: '24 hours' }).check();
    await press(popup, 'Unpin');
    await accepted(popup, 'Unpin');
    await first(popup).getByText(sentence('undo_pins', '30 days'), { exact: true }).waitFor();

    await untilAnswered(popup);
    await first(popup)
      .getByRole('button', { name: /^Undo: Unpin/ })
      .click();
    await popup.getByText('Undone · Unpin').waitFor();
    await accepted(popup, 'Pin for 30 days');
    const call = { phone: group, messageId: id };
    const calls =
      provider === 'Z-API'
        ? [
            zApiCall({ ...call, messageAction: 'pin', pinMessageDuration: '30_days' }),
            zApiCall({ ...call, messageAction: 'unpin', pinMessageDuration: '24_hours' }),
            zApiCall({ ...call, messageAction: 'pin', pinMessageDuration: '30_days' }),
          ]
        : [
            periskopeCall(key, { pin: true, time: 30 }),
            periskopeCall(key, { pin: false }),
            periskopeCall(key, { pin: true, time: 30 }),
          ];
    expect(pinCalls(simulator.received).map(asSent)).toEqual(calls);
    expect(await popup.getByRole('button', { name: /^(Undo|Pin again)/ }).count()).toBe(0);
  },
);

test('popup: Undo of a shorter pin gives the longer one back', async ({ pushpin, simulator }) => {
  const popup = await openWith(pushpin, 'Z-API');
  for (const days of ['30 days', '24 hours']) {
    await popup.getByRole('radio', { name: days }).check();
    await press(popup, 'Pin');
    await accepted(popup, `Pin for ${days}`);
  }
  await first(popup).getByText(sentence('undo_pins', '30 days'), { exact: true }).waitFor();
  await untilAnswered(popup);
  await first(popup).getByRole('button', { name: /^Undo/ }).click();
  await popup.getByText('Undone · Pin for 24 hours').waitFor();
  const [pin] = simulator.pins();
  expect(((pin?.until ?? 0) - (pin?.since ?? 0)) / (24 * 60 * 60_000)).toBe(30);
});

test.for(['Z-API', 'Periskope'])(
  'popup: the unpin of a message that was never pinned here is not undone: Pin again fills the form and sends nothing, with %s',
  async (provider, { pushpin, simulator }) => {
    const popup = await openWith(pushpin, provider);
    await press(popup, 'Unpin');
    await accepted(popup, 'Unpin');
    expect(await popup.getByRole('button', { name: /^Undo/ }).count()).toBe(0);

    const again = await pushpin.openPopup();
    await chooseAccount(again, provider === 'Z-API' ? periskope : 'Support Brazil (Z-API)');
    await untilAnswered(again);
    await first(again)
      .getByRole('button', { name: /^Pin again: Unpin/ })
      .click();
    await again.getByText(sentence('question_review')).waitFor();
    expect(await again.getByLabel('Message').inputValue()).toBe(provider === 'Z-API' ? id : key);
    const account = again.getByLabel('Account').locator('option:checked');
    await expect.poll(() => account.innerText()).toBe(provider === 'Z-API' ? 'Support Brazil (Z-API)' : periskope);
    expect(pinCalls(simulator.received)).toHaveLength(1);

    await again.getByRole('radio', { name: '7 days' }).check();
    await press(again, 'Pin');
    await accepted(again, 'Pin for 7 days');
    const call =
      provider === 'Z-API'
        ? zApiCall({ phone: group, messageId: id, messageAction: 'pin', pinMessageDuration: '7_days' })
        : periskopeCall(key, { pin: true, time: 7 });
    expect(pinCalls(simulator.received).map(asSent).slice(1)).toEqual([call]);
  },
);

test('popup: what the menu unpinned is undone like what the popup did', async ({ pushpin, simulator }) => {
  const settled = (count: number) =>
    simulator.waitFor(() => pinCalls(simulator.received).filter(({ status }) => status === 204).length === count);
  const options = await pushpin.openOptions();
  await options.getByRole('button', { name: 'Make default: Community India' }).click();
  await options.getByText('Default', { exact: true }).waitFor();
  await options.close();
  await pushpin.clickMenu('pin:30d', { selectionText: key });
  await settled(1);
  await pushpin.clickMenu('unpin', { selectionText: key });
  await settled(2);
  const popup = await pushpin.openPopup();
  await first(popup).getByText(sentence('undo_pins', '30 days')).waitFor();
  await untilAnswered(popup);
  await first(popup)
    .getByRole('button', { name: /^Undo: Unpin/ })
    .click();
  await popup.getByText('Undone · Unpin').waitFor();
  expect(pinCalls(simulator.received).map(asSent).at(-1)).toEqual(periskopeCall(key, { pin: true, time: 30 }));
});

test('popup: Undo is not offered beside an older entry, and is refused should a page still ask for it', async ({
  pushpin,
  simulator,
}) => {
  const popup = await openWith(pushpin, 'Z-API');
  for (const days of ['7 days', '30 days']) {
    await popup.getByRole('radio', { name: days }).check();
    await press(popup, 'Pin');
    await accepted(popup, `Pin for ${days}`);
  }
  const [newer, older] = await popup.getByRole('listitem').all();
  await newer?.getByRole('button', { name: /^Undo/ }).waitFor();
  expect(await older?.getByRole('button').count()).toBe(0);

  const reply = await popup.evaluate(async () => {
    const { answer }: { answer: { latest: { id: string }[] } } = await chrome.runtime.sendMessage({
      intent: 'overview',
      input: {},
    });
    return chrome.runtime.sendMessage({ intent: 'repeat', input: { id: answer.latest[1]?.id, as: 'unpin' } });
  });
  expect(reply).toEqual({ ok: true, answer: { kind: 'overtaken' } });
  expect(pinCalls(simulator.received)).toHaveLength(2);
});
