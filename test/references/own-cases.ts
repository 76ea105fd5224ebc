/** A text and the references that must be read from it: `id chat direction`, with `-` for a part that the text lacks. */
export interface OwnCase {
  name: string;
  text: string;
  expect: readonly string[];
}

const web = '3EB0796DC6B777C0C7CD';
const web22 = '3EB05FC204C28E456D8596';
const ios = '3AA45F9F285C5249CDFC';
const android = '77DF5293EBC176FFA6A88838E7A6AD83';
const key = `true_919487126251@c.us_${web22}`;
const groupKey = 'false_120363297269676566@g.us_3AD47E10B95C28F6A30E_919811122233@c.us';
const person = '5511999999999';
const group = '120363019502650977-group';

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);
const escaped = (value: unknown, times: number): string =>
  times === 0 ? JSON.stringify(value) : escaped(JSON.stringify(value), times - 1);

const received = { instanceId: 'A20DA9C0183A2D35A260F53F5D2B9244', messageId: web, phone: person, fromMe: false };

export const payloads: readonly OwnCase[] = [
  { name: 'Z-API webhook', text: pretty(received), expect: [`${web} ${person} false`] },
  { name: 'without line breaks', text: pretty(received).replace(/\s+/g, ' '), expect: [`${web} ${person} false`] },
  { name: 'escaped once', text: escaped(received, 1), expect: [`${web} ${person} false`] },
  { name: 'escaped twice', text: escaped(received, 2), expect: [`${web} ${person} false`] },
  {
    name: 'in a field of a log',
    text: JSON.stringify({ level: 'info', msg: JSON.stringify(received) }),
    expect: [`${web} ${person} false`],
  },
  {
    name: 'n8n run',
    text: pretty([{ json: { headers: { host: 'n8n' }, body: received } }]),
    expect: [`${web} ${person} false`],
  },
  {
    name: 'its end cut off',
    text: `{"messageId":"${web}","phone":"${person}","fromMe":tr`,
    expect: [`${web} ${person} -`],
  },
  { name: 'its chat cut off', text: `{"messageId":"${web}","phone":"55119`, expect: [`${web} - -`] },
  {
    name: 'its start cut off',
    text: `ssageId": "x",\n"messageId": "${web}",\n"phone": "${person}"`,
    expect: [`${web} ${person} -`],
  },
  {
    name: 'cut inside a key',
    text: `messageId": "${web}", "phone": "${person}", "fromMe": true`,
    expect: [`${web} ${person} true`],
  },
  {
    name: 'the middle of a list',
    text: `"messageId":"${web}","phone":"${person}"},{"messageId":"${ios}","phone":"${group}"},{"mess`,
    expect: [`${web} ${person} -`, `${ios} ${group} -`],
  },
  {
    name: 'answer to a send',
    text: `{"zaapId":"3999984263738042930CD6ECDE9VDWSA","messageId":"D241XXXX732339502B68"}`,
    expect: ['D241XXXX732339502B68 - -'],
  },
  {
    name: 'a quote is not meant',
    text: pretty({ message_id: groupKey, quoted_message_id: key, from_me: false }),
    expect: ['3AD47E10B95C28F6A30E 120363297269676566@g.us false'],
  },
  { name: 'only a quote', text: `{"quoted_message_id":"${key}"}`, expect: [] },
  {
    name: 'a file of the message',
    text: `{"messageId":"${web}","phone":"${person}","image":{"imageUrl":"https://f.example/${ios}.jpg"}}`,
    expect: [`${web} ${person} -`],
  },
  {
    name: 'Baileys, two messages',
    text: `{"messages":[{"key":{"remoteJid":"${person}@s.whatsapp.net","fromMe":true,"id":"${web}"}},{"key":{"remoteJid":"${person}@s.whatsapp.net","fromMe":false,"id":"${ios}"}}]}`,
    expect: [`${web} ${person}@s.whatsapp.net true`, `${ios} ${person}@s.whatsapp.net false`],
  },
  {
    name: 'Android in a key',
    text: `{"key":{"id":"${android}","remoteJid":"120363019502650977@g.us","fromMe":false,"participant":"${person}@s.whatsapp.net"}}`,
    expect: [`${android} 120363019502650977@g.us false`],
  },
  {
    name: 'WAHA, sent',
    text: `{"id":"evt_01","event":"message.any","payload":{"id":"true_${person}@c.us_${web}","from":"5511999990000@c.us","to":"${person}@c.us","fromMe":true}}`,
    expect: [`${web} ${person}@c.us true`],
  },
  {
    name: 'whatsapp-web.js in Python',
    text: `{'id': {'fromMe': True, 'remote': '${person}@c.us', 'id': '${web}', '_serialized': 'true_${person}@c.us_${web}'}}`,
    expect: [`${web} ${person}@c.us true`],
  },
  {
    name: 'whatsmeow in a group',
    text: `{"Info":{"Chat":"120363417343416222@g.us","Sender":"81896604192873@lid","ID":"${web}","IsFromMe":false}}`,
    expect: [`${web} 120363417343416222@g.us false`],
  },
  {
    name: 'Green-API, outgoing',
    text: `{"typeWebhook":"outgoingMessageReceived","idMessage":"${web}","senderData":{"chatId":"120363019502650977@g.us","sender":"79001234568@c.us"}}`,
    expect: [`${web} 120363019502650977@g.us true`],
  },
  {
    name: 'Z-API status with several ids',
    text: pretty({ status: 'READ', ids: [web, ios], phone: person }),
    expect: [`${web} ${person} -`, `${ios} ${person} -`],
  },
  {
    name: 'messages of one chat',
    text: pretty({ phone: person, messages: [{ messageId: web }, { messageId: ios }] }),
    expect: [`${web} ${person} -`, `${ios} ${person} -`],
  },
  {
    name: 'JSON lines with a prefix',
    text: `10:01 INFO {"messageId":"${web}","phone":"${person}"}\n10:02 INFO {"messageId":"${ios}","phone":"${group}"}`,
    expect: [`${web} ${person} -`, `${ios} ${group} -`],
  },
  {
    name: 'the same message twice',
    text: `${pretty(received)}\n${pretty(received)}`,
    expect: [`${web} ${person} false`],
  },
  {
    name: 'the same id in two chats',
    text: `{"messageId":"${web}","phone":"${person}"}\n{"messageId":"${web}","phone":"${group}"}`,
    expect: [`${web} ${person} -`, `${web} ${group} -`],
  },
  {
    name: 'a queue id',
    text: `{"queue_id":"ba3273cb-12be-48d4-90e0-0cbc0b427ef1"}`,
    expect: ['ba3273cb-12be-48d4-90e0-0cbc0b427ef1 - -'],
  },
  {
    name: 'slashes escaped',
    text: `{"message_id":"true_${person}\\u0040c.us_${web}"}`,
    expect: [`${web} ${person}@c.us true`],
  },
];

export const addresses: readonly OwnCase[] = [
  {
    name: 'curl to Z-API',
    text: `curl -X POST https://api.z-api.io/instances/3C01A2B3C4D5E6F708192A3B4C5D6E7F/token/00A1B2C3D4E5F60718293A4B/pin-message -H 'Client-Token: F00112233445566778899aabbccddeeffS' -d '{"phone":"${person}","messageId":"${web}"}'`,
    expect: [`${web} ${person} -`],
  },
  {
    name: 'curl to Periskope',
    text: `curl --url https://api.periskope.app/v1/message/${encodeURIComponent(key)}/pin \\\n --header 'x-phone: 918527184400'`,
    expect: [`${web22} 919487126251@c.us true`],
  },
  {
    name: 'query in prose',
    text: `see https://x.test/?messageId=${web}&phone=${person}.`,
    expect: [`${web} ${person} -`],
  },
  { name: 'query in a payload', text: `{"link":"https://x.test/m/${web}"}`, expect: [`${web} - -`] },
  { name: 'a file by its name', text: `https://storage.test/media/${web}.ogg`, expect: [`${web} - -`] },
  { name: 'a key as a file', text: `${groupKey}.jpg`, expect: ['3AD47E10B95C28F6A30E 120363297269676566@g.us false'] },
  { name: 'a key with %40', text: encodeURIComponent(key), expect: [`${web22} 919487126251@c.us true`] },
  { name: 'a link in HTML', text: `<a href="https://x.test/${web}">don't</a>`, expect: [`${web} - -`] },
  { name: 'a form', text: `phone=${group}&messageId=${android}&messageAction=pin`, expect: [`${android} ${group} -`] },
];

export const tables: readonly OwnCase[] = [
  {
    name: 'commas',
    text: `message_id,chat,from_me\n${web},${person},true\n${ios},${group},false\n`,
    expect: [`${web} ${person} true`, `${ios} ${group} false`],
  },
  { name: 'semicolons and quotes', text: `phone;messageId\n${person};"${web}"\n`, expect: [`${web} ${person} -`] },
  {
    name: 'tabs, with Windows line ends',
    text: `Chat\tMessage ID\r\n${person}\t${web}\r\n`,
    expect: [`${web} ${person} -`],
  },
  { name: 'Portuguese', text: `Telefone;ID da mensagem\n${person};${web}`, expect: [`${web} ${person} -`] },
  {
    name: 'a title above',
    text: `Export of 20 November\n\nid,chat_id\n${web},${person}@c.us`,
    expect: [`${web} ${person}@c.us -`],
  },
  {
    name: 'a text column with commas',
    text: `text,message_id,phone\n"Hi, you",${web},${person}`,
    expect: [`${web} ${person} -`],
  },
  {
    name: 'keys',
    text: `name,message_id\nAna,${key}\nBo,${groupKey}`,
    expect: [`${web22} 919487126251@c.us true`, '3AD47E10B95C28F6A30E 120363297269676566@g.us false'],
  },
  {
    name: 'an empty row and an empty cell',
    text: `message_id,phone\n${web},\n\n${ios},${person}`,
    expect: [`${web} - -`, `${ios} ${person} -`],
  },
  {
    name: 'Markdown',
    text: `| Chat | Message ID |\n|---|---|\n| ${group} | \`${web}\` |`,
    expect: [`${web} ${group} -`],
  },
  { name: 'no header', text: `${web},${person}\n${ios},${person}`, expect: [`${web} - -`, `${ios} - -`] },
  { name: 'rows of a sheet', text: `1\t${web}\tok\n2\t${ios}\tok`, expect: [`${web} - -`, `${ios} - -`] },
];

export const prose: readonly OwnCase[] = [
  {
    name: 'pairs on lines',
    text: `id: ${web}\nchat: ${person}@c.us\nfromMe: yes`,
    expect: [`${web} ${person}@c.us true`],
  },
  { name: 'pairs on one line', text: `level=info messageId=${web} phone=${person} ok`, expect: [`${web} ${person} -`] },
  {
    name: 'a line each',
    text: `messageId=${web} phone=${person}\nmessageId=${ios} phone=${group}`,
    expect: [`${web} ${person} -`, `${ios} ${group} -`],
  },
  { name: 'Markdown bold', text: `**Message:** **${web}**`, expect: [`${web} - -`] },
  { name: 'an id before a colon', text: `${web}: pin this`, expect: [`${web} - -`] },
  { name: 'words of two', text: `Message ID: ${web} Phone: ${person}`, expect: [`${web} ${person} -`] },
  { name: 'a chat export', text: `[11:03, 20/11/2026] Ana: pin ${web}, please.`, expect: [`${web} - -`] },
  { name: 'the only chat', text: `pin ${web} in ${group} today`, expect: [`${web} ${group} -`] },
  {
    name: 'a chat on each line',
    text: `${web} ${person}@c.us\n${ios} 5511888888888@c.us`,
    expect: [`${web} ${person}@c.us -`, `${ios} 5511888888888@c.us -`],
  },
  { name: 'SQL', text: `INSERT INTO m VALUES ('${web}', '${person}@c.us')`, expect: [`${web} ${person}@c.us -`] },
  { name: 'apostrophes', text: `it's ${web}, don't ask`, expect: [`${web} - -`] },
  {
    name: 'keys between commas',
    text: `${key},${groupKey}`,
    expect: [`${web22} 919487126251@c.us true`, '3AD47E10B95C28F6A30E 120363297269676566@g.us false'],
  },
  { name: 'certain before possible', text: `${android} and ${web}`, expect: [`${web} - -`] },
  { name: 'one letter off', text: `3EB1796DC6B777C0C7CD or ${web.slice(0, 19)}G here`, expect: [] },
  { name: 'elided in a payload', text: `{"messageId":"${web}...","phone":"${person}"}`, expect: [] },
  { name: 'masked in a payload', text: `{"messageId":"3EB0796***C0C7CD","phone":"${person}"}`, expect: [] },
  { name: 'a template', text: `{"messageId":"{{ $json.id }}","phone":"${person}"}`, expect: [] },
  { name: 'a sum under its key', text: `{"sha1":"${android}","phone":"${person}"}`, expect: [] },
];
