import { demoCredentials } from '../simulator/demo-accounts.ts';
import { addPeriskope, addRefusedZApi, addZApi } from './support/accounts.ts';
import { expect, test } from './support/fixture.ts';
import { chooseOnSelection, openPages, showPage } from './support/page-selection.ts';
import { asSent, periskopeCall, pinCalls, zApiCall } from './support/requests.ts';
import { sentence } from './support/sentence.ts';

const { zApi, zApiDisconnected, periskope } = demoCredentials;
const pin = { messageAction: 'pin', pinMessageDuration: '7_days' } as const;
const toMariana = { phone: '5511987654321', messageId: '3EB0C431C26A1916E07E9A', ...pin };
const toResidents = { phone: '120363019502650977-group', messageId: '3EB0796DC6B777C0C7CD', ...pin };
const key = 'true_120363371308389685@g.us_3EB09B6E02D7A4518C3F60_919000000000@c.us';
const throughCommunity = periskopeCall(key, { pin: true, time: 7 });

const zApiWebhook = JSON.stringify(
  {
    connectedPhone: '5511999990000',
    instanceId: zApi.instanceId,
    messageId: toMariana.messageId,
    phone: toMariana.phone,
    fromMe: true,
    participantPhone: null,
    text: { message: 'Oi, Mariana! Seu pedido 4821 saiu para entrega hoje.' },
  },
  null,
  2,
);
const periskopeWebhook = JSON.stringify({
  event: 'message.created',
  data: {
    message_id: key,
    org_id: '2997dd64-89bf-48d3-9a22-b314fca017e5',
    unique_id: '3EB09B6E02D7A4518C3F60',
    chat_id: '120363371308389685@g.us',
    org_phone: `${periskope.otherPhone}@c.us`,
    quoted_message_id: 'false_120363371308389685@g.us_3A53C6FC8ED48B9B2F10_919900112233@c.us',
  },
});
const curl = `curl -X POST 'https://api.z-api.io/instances/${zApiDisconnected.instanceId}/token/${zApiDisconnected.instanceToken}/pin-message' \\
  -H 'Client-Token: ${zApiDisconnected.clientToken}' -H 'Content-Type: application/json' \\
  -d '{"phone":"${toResidents.phone}","messageId":"${toResidents.messageId}"}'`;

const mariana = { account: 'Support Brazil', provider: 'Z-API', call: zApiCall(toMariana) };
const community = {
  account: 'Book club',
  provider: 'Periskope',
  call: { ...throughCommunity, headers: { ...throughCommunity.headers, 'x-phone': periskope.otherPhone } },
};
const residents = {
  account: 'Night shift',
  provider: 'Z-API',
  call: zApiCall(toResidents, zApiDisconnected.instanceId),
};

const selections = [
  { what: 'a Z-API webhook over several lines', body: `<pre>${zApiWebhook}</pre>`, ...mariana },
  { what: 'a Periskope webhook', body: `<pre>${periskopeWebhook}</pre>`, ...community },
  { what: 'a curl command', body: `<pre>${curl}</pre>`, ...residents },
  { what: 'a text field', body: `<textarea>Pin this today:\n${periskopeWebhook}</textarea>`, ...community },
  { what: 'a frame', body: `<p>${key}</p><iframe srcdoc='<pre>${zApiWebhook}</pre>'></iframe>`, ...mariana },
];

test.beforeAll(async ({ pushpin }) => {
  await addZApi(pushpin);
  await addRefusedZApi(pushpin, { name: residents.account, ...zApiDisconnected });
  await addPeriskope(pushpin);
  await addPeriskope(pushpin, { name: community.account, phone: periskope.otherPhone });
});

test.for(selections)(
  'menu: $what is pinned at once, in its chat and account',
  async (selection, { pushpin, simulator }) => {
    const { body, account, provider, call } = selection;
    const page = await showPage(pushpin, body);
    const frame = page.frames()[1] ?? page.mainFrame();
    await frame.locator('pre, textarea').selectText();
    await chooseOnSelection(pushpin, frame, 'pin');

    await simulator.waitFor(({ route, status }) => route === 'pin' && status !== null);
    const accepted = sentence('request_accepted_pin', provider, account);
    await expect.poll(() => pushpin.badge()).toEqual({ text: '✓', title: accepted });
    expect(pinCalls(simulator.received).map(asSent)).toEqual([call]);
    expect(await openPages(pushpin)).toEqual([]);
  },
);
