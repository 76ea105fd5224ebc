/** The meaning of the value under a key. */
export type Role =
  | 'message'
  | 'messages'
  | 'id'
  | 'uuid'
  | 'chat'
  | 'direction'
  | 'participant'
  | 'account'
  | 'unrelated'
  | 'other';

/**
 * The keys of payloads by role, the most trusted first, spelled as `plainKey` spells them. The list is the union of
 * what common gateways write, whether or not Pushpin can send through them. Source: docs/message-ids.md "Payloads".
 */
const keys: Readonly<Record<Exclude<Role, 'other'>, string>> = {
  /** Keys that only ever hold a message. */
  message:
    'messageid idmessage serialized messagekey msgkey msgid wamessageid whatsappmessageid uniqueid dataid keyid msg ' +
    'idmensagem iddamensagem idmensaje iddelmensaje',
  messages: 'messageids ids msgids',
  /** A key for anything: its value counts only if it looks like a message, or is beside a chat and a direction. */
  id: 'id',
  /** A UUID that a provider gives a message while the message waits to be sent. */
  uuid: 'queueid',
  chat:
    'chatid remotejid chat chatjid remote jid groupid phone chatphone phonenumber group recipient telefone telefono ' +
    'grupo number from to chatlid',
  direction: 'fromme isfromme sentbyme owner direction typewebhook self flow class type',
  participant: 'participant author',
  /** Keys that identify the user's account that the record belongs to. */
  account: 'connectedphone instanceid orgphone xphone',
  /**
   * Keys of other messages, other people and the account itself. The message that a payload is about is never below
   * such a key.
   */
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
/** Keys that hold the message that a reply is about. */
const aboutAnotherMessage = /^(?:quoted|(?:in)?repl|reference)/;
const maxKeyLength = 40;

/** Removes case, spaces, `-`, `_` and `.` from a key. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_.-]/g, '');

/** Returns the role of a key, and its rank among the keys of that role: 0 is trusted most. */
export function roleOf(key: string): { role: Role; rank: number } {
  if (key.length > maxKeyLength) return other;
  const plain = plainKey(key);
  return roles.get(plain) ?? (aboutAnotherMessage.test(plain) ? unrelated : other);
}
