/** The meaning of the value under a key. */
export type Role =
  | 'message'
  | 'messages'
  | 'target'
  | 'revoked'
  | 'id'
  | 'uuid'
  | 'chat'
  | 'direction'
  | 'participant'
  | 'account'
  | 'detail'
  | 'unrelated'
  | 'other';

/**
 * The keys of payloads by role, the most trusted first, spelled as `plainKey` spells them. The list is the union of
 * what common gateways write, whether or not Pushpin can send through them. Source: docs/message-ids.md "Payloads".
 */
const keys: Readonly<Record<Exclude<Role, 'other' | 'target' | 'revoked'>, string>> = {
  /** Keys of one message. Some of them are keys that everybody uses (see `isGeneralKey`). */
  message:
    'messageid idmessage serialized messagekey msgkey msgid wamessageid whatsappmessageid uniqueid dataid keyid msg ' +
    'idmensagem iddamensagem idmensaje iddelmensaje',
  messages: 'messageids ids msgids',
  id: 'id',
  /** A UUID that a provider gives a message while the message waits to be sent. */
  uuid: 'queueid',
  chat:
    'chatid remotejid chat chatjid remote jid groupid phone chatphone phonenumber group recipient telefone telefono ' +
    'grupo number from to chatlid',
  direction: 'fromme isfromme sentbyme owner direction typewebhook self flow class type',
  participant: 'participant author',
  /** Keys that tell more about a message or a chat that other keys name. */
  detail: 'created remotejidalt',
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
const target = { role: 'target', rank: 0 } as const;
const revoked = { role: 'revoked', rank: 0 } as const;
const unrelated = { role: 'unrelated', rank: 0 } as const;
/** Keys that everybody uses. Their values are messages only by their form, or in a record with a chat of WhatsApp. */
const generalKeys = new Set(['id', 'ids', 'msg', 'dataid', 'uniqueid', 'keyid']);
/**
 * Keys of the message that an event is about: an edit, a reaction, a vote. Source: docs/message-ids.md "Payloads" [DOC].
 */
const aboutTarget =
  /^(?:edit(?:ed)?|reacted|original|target|pinned|protocol|pollcreation|eventcreation)(?:message|msg)(?:id|key)$/;
/** Keys of a message that was deleted. */
const aboutRevoked = /^(?:revoked|deleted)(?:message|msg)(?:id|key)$/;
/** Keys that hold the message that a reply is about. */
const aboutAnotherMessage = /^(?:quoted|(?:in)?repl|reference)/;
const maxKeyLength = 40;

/** Removes case, spaces, `-`, `_` and `.` from a key. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_.-]/g, '');

/** A key of a text. */
export interface Key {
  /** The key as `plainKey` spells it. */
  name: string;
  role: Role;
  rank: number;
}

const unknownKey: Key = { name: '', ...other };

/** Reads a key. */
export const readKey = (key: string): Key => ({ name: plainKey(key), ...roleOf(key) });

/** Creates a function that reads keys and remembers them, because a text repeats a few keys many times. */
export function createKeyReader(): (key: string) => Key {
  const keysByText = new Map<string, Key>();
  return (key) => {
    if (key.length > maxKeyLength || /^\d/.test(key)) return unknownKey;
    const earlier = keysByText.get(key);
    if (earlier) return earlier;
    const newKey = readKey(key);
    keysByText.set(key, newKey);
    return newKey;
  };
}

/** Returns the role of a key, and its rank among the keys of that role: 0 is trusted most. */
export function roleOf(key: string): { role: Role; rank: number } {
  if (key.length > maxKeyLength) return other;
  const plain = plainKey(key);
  const role = roles.get(plain);
  if (role) return role;
  if (aboutTarget.test(plain)) return target;
  if (aboutRevoked.test(plain)) return revoked;
  return aboutAnotherMessage.test(plain) ? unrelated : other;
}

/** Tells whether a key is so common that it says nothing about its value. */
export const isGeneralKey = (key: string): boolean => generalKeys.has(plainKey(key));
