import { addPeriskope } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import type { MenuClick } from './support/pushpin.ts';
import { realPopup } from './support/real-popup.ts';
import { pinCalls } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const media = 'https://files.example/false_919487126251@c.us_3AC1D9E07B3F5A2864D0.jpg';
const link = 'https://crm.example/inbox/true_919876543210%40c.us_3EB05FC204C28E456D8596/thread';
const plain = 'https://crm.example/gallery';

test.beforeAll(({ pushpin }) => addPeriskope(pushpin));

const cases: readonly (readonly [string, MenuClick, string])[] = [
  ['a link', { linkUrl: link }, '3EB05FC204C28E456D8596'],
  ['a picture, a video or a sound', { srcUrl: media }, '3AC1D9E07B3F5A2864D0'],
  ['a picture in a link that names nothing', { srcUrl: media, linkUrl: plain }, '3AC1D9E07B3F5A2864D0'],
  ['a picture that names nothing in a link', { srcUrl: `${plain}.png`, linkUrl: link }, '3EB05FC204C28E456D8596'],
  [
    'a picture that is its own address in a link',
    { srcUrl: 'data:image/png;,', linkUrl: link },
    '3EB05FC204C28E456D8596',
  ],
  ['a picture in a link, both naming a message', { srcUrl: media, linkUrl: link }, '3AC1D9E07B3F5A2864D0'],
  ['a selection over a link', { selectionText: media, linkUrl: link }, '3AC1D9E07B3F5A2864D0'],
];

test.for(cases)('menu: a message is found in %s', async ([, click, messageId], { pushpin, simulator }) => {
  await pushpin.clickMenu('pin', click);
  await simulator.waitFor(({ route, status }) => route === 'pin' && status === 204);
  expect(pinCalls(simulator.received).map(({ path }) => path.includes(messageId))).toEqual([true]);
});

test('menu: an address that names nothing is asked about', async ({ pushpin }) => {
  const page = await pushpin.openOptions();
  await pushpin.clickMenu('pin', { linkUrl: plain });
  expect((await realPopup(page, sentence('question_message_unread'))).message).toBe(plain);
});

test('menu: Pin copied message asks for the clipboard first, with a reason', async ({ pushpin }) => {
  const opened = pushpin.context.waitForEvent('page');
  await pushpin.clickMenu('pin-copied');
  const options = await opened;
  await options.getByText(sentence('clipboard_text')).waitFor();
  await options.getByRole('button', { name: sentence('clipboard_allow') }).waitFor();
  expect(new URL(options.url()).hash).toBe('#clipboard');
});
