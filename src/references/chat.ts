/** A chat in its canonical spelling. */
export interface Chat {
  /**
   * The JID, with `@c.us` for a person: `5511999999999@c.us`, `120363019502650977@g.us`,
   * `5511999999999-1623281429@g.us`, `81896604192873@lid` …
   */
  jid: string;
  kind: 'person' | 'group' | 'lid' | 'broadcast' | 'newsletter';
  /** The part before `@`. */
  user: string;
}

type Spelling = readonly [pattern: RegExp, kind: Chat['kind']];

const servers = {
  person: 'c.us',
  group: 'g.us',
  lid: 'lid',
  broadcast: 'broadcast',
  newsletter: 'newsletter',
} as const;

/** The spellings that reveal the kind of a chat. The device in `…:17@s.whatsapp.net` is not part of the chat. */
const spellings: readonly Spelling[] = [
  [/^(\d{5,20})(?::\d{1,3})?@(?:c\.us|s\.whatsapp\.net)$/, 'person'],
  [/^(\d{5,20}(?:-\d{5,15})?)@g\.us$/, 'group'],
  [/^(\d{5,25})-group$/, 'group'],
  [/^(\d{8,15}-\d{10})$/, 'group'],
  [/^(\d{16,25})$/, 'group'],
  [/^(\d{3,20})(?::\d{1,3})?@lid$/, 'lid'],
  [/^(status|\d{3,20})(?:@|-)broadcast$/, 'broadcast'],
  [/^(\d{3,25})@newsletter$/, 'newsletter'],
];

/** Invisible characters, such as marks of the writing direction, that are copied together with a number. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A phone number as people write it: `+55 (11) 99999-9999`, `0055…`. E.164 allows at most 15 digits. */
const phone = /^(?:\+|00)?([1-9][\d\s().\-\u00a0\u2010-\u2015]{6,24})$/;

/**
 * Reads one chat in any spelling: a JID, a group without its server (`120363…-group`), or a phone number as people
 * write it. Returns null for anything else. Source: docs/message-ids.md "Chat (JID)".
 */
export function readChat(text: string): Chat | null {
  const written = text
    .replace(invisible, '')
    .trim()
    .replace(/%(?:25)*40/g, '@');
  for (const [pattern, kind] of spellings) {
    const user = pattern.exec(written)?.[1];
    if (user) return { jid: `${user}@${servers[kind]}`, kind, user };
  }
  const digits = phone.exec(written)?.[1]?.replace(/\D/g, '') ?? '';
  return digits.length >= 8 && digits.length <= 15 ? { jid: `${digits}@c.us`, kind: 'person', user: digits } : null;
}

/** Digits and the marks that people write between them, without `+`. */
const withoutCountry = /^\(?\d[\d\s().\-\u00a0\u2010-\u2015]{5,30}$/;

/**
 * Tells whether a text is a phone number that may lack its country code, because it begins with neither `+` nor `00`.
 * Both `11 99999-9999` and `5511999999999` are such numbers; group ids and JIDs are not.
 */
export function isNumberWithoutCountry(text: string): boolean {
  const written = text.replace(invisible, '').trim();
  const digits = written.replace(/\D/g, '');
  if (!withoutCountry.test(written) || digits.length < 6 || digits.length > 15 || digits.startsWith('00')) return false;
  const read = readChat(written);
  return read === null || read.kind === 'person';
}

/**
 * Tells whether a person wrote a number in a payload: it may lack its country code, and has marks or is too short to
 * have one.
 */
export function isWrittenByHand(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return digits.length >= 8 && isNumberWithoutCountry(text) && (readChat(text) === null || digits !== text.trim());
}

const chatPattern =
  /(?<![\w@.-])(?:\d{5,20}(?:-\d{5,15})?(?::\d{1,3})?@(?:c\.us|s\.whatsapp\.net|g\.us|lid|newsletter|broadcast)|\d{5,25}-group|\d{8,15}-1\d{9})(?![\w@-])/g;

/** Finds the chats that a text names by JID or as `…-group`, as they are written, without duplicates. */
export function chatsIn(text: string): string[] {
  const writtenByJid = new Map<string, string>();
  for (const [written] of text.matchAll(chatPattern)) {
    const jid = readChat(written)?.jid;
    if (jid && !writtenByJid.has(jid)) writtenByJid.set(jid, written);
  }
  return [...writtenByJid.values()];
}
