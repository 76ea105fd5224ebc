/** What the value under a key tells. */
export type Role =
  | 'message'
  | 'messages'
  | 'id'
  | 'queue'
  | 'chat'
  | 'direction'
  | 'participant'
  | 'account'
  | 'unrelated'
  | 'other';

/** Keys by role, in order of trust, without case, spaces, `-`, `_` and `.`. Source: docs/message-ids.md "Payloads". */
const keys: Readonly<Record<Exclude<Role, 'other'>, string>> = {
  /** Names nothing but a message. */
  message:
    'messageid idmessage serialized messagekey msgkey msgid wamessageid whatsappmessageid uniqueid dataid keyid msg ' +
    'idmensagem iddamensagem idmensaje iddelmensaje',
  messages: 'messageids ids msgids',
  /** Names anything: only what looks like a message beside a chat or a direction counts. */
  id: 'id',
  queue: 'queueid',
  chat:
    'chatid remotejid chat chatjid remote jid groupid phone chatphone phonenumber group recipient telefone telefono ' +
    'grupo number from to chatlid',
  direction: 'fromme isfromme sentbyme owner direction typewebhook self flow class type',
  participant: 'participant author',
  /** Which of the user's accounts the record belongs to. */
  account: 'connectedphone instanceid orgphone xphone',
  /** Other messages, other people, the account itself: nothing below these is the message that is meant. */
  unrelated:
    'zaapid orgid sentmessageid stanzaid contextinfo context apikey token clienttoken apitoken session hash ' +
    'checksum md5 sha1 sha256 etag mediakey filesha256 filehash traceid requestid eventid participantphone ' +
    'senderphone sender',
};

const roles = new Map<string, { role: Role; rank: number }>(
  (Object.keys(keys) as (keyof typeof keys)[]).flatMap((role) =>
    keys[role].split(' ').map((key, rank) => [key, { role, rank }]),
  ),
);

const other = { role: 'other', rank: 0 } as const;
const unrelated = { role: 'unrelated', rank: 0 } as const;
/** What an answer, a pin or a reaction is about. */
const ofAnother = /^(?:quoted|(?:in)?repl|reference)/;
const maxKeyLength = 40;

export const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_.-]/g, '');

/** The role of a key, and its rank among the keys of that role: lower is trusted more. */
export function roleOf(key: string): { role: Role; rank: number } {
  if (key.length > maxKeyLength) return other;
  const plain = plainKey(key);
  return roles.get(plain) ?? (ofAnother.test(plain) ? unrelated : other);
}
