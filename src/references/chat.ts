/** A chat in one spelling for all: its JID, with `@c.us` for a person. */
export interface Chat {
  /** `5511999999999@c.us`, `120363019502650977@g.us`, `5511999999999-1623281429@g.us`, `81896604192873@lid` … */
  jid: string;
  kind: 'person' | 'group' | 'lid' | 'broadcast' | 'newsletter';
  /** The part before `@`. */
  user: string;
}

type Spelling = readonly [form: RegExp, kind: Chat['kind']];

const server = { person: 'c.us', group: 'g.us', lid: 'lid', broadcast: 'broadcast', newsletter: 'newsletter' } as const;

/** Every spelling that names its kind. A device part (`…:17@s.whatsapp.net`) is no part of the chat. */
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

/** Marks of writing direction that come along when a number is copied. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A number as people write it: `+55 (11) 99999-9999`, `0055…`. E.164 has at most 15 digits. */
const phone = /^(?:\+|00)?([1-9][\d\s().\-\u00a0\u2010-\u2015]{6,24})$/;

/**
 * Reads one chat in any spelling: a JID, Z-API's spelling of a group, or a phone number with its marks.
 * Anything else gives null. Source: MESSAGE-IDS.md "Chat (JID)", PROVIDERS.md.
 */
export function readChat(text: string): Chat | null {
  const written = text
    .replace(invisible, '')
    .trim()
    .replace(/%(?:25)*40/g, '@');
  for (const [form, kind] of spellings) {
    const user = form.exec(written)?.[1];
    if (user) return { jid: `${user}@${server[kind]}`, kind, user };
  }
  const digits = phone.exec(written)?.[1]?.replace(/\D/g, '') ?? '';
  return digits.length >= 8 && digits.length <= 15 ? { jid: `${digits}@c.us`, kind: 'person', user: digits } : null;
}

/** Digits with the marks that people write between them, and nothing that says whether a country code is among them. */
const withoutCountry = /^\(?\d[\d\s().\-\u00a0\u2010-\u2015]{5,30}$/;

/**
 * Whether a text is a phone number as people write it that does not say that its country code is there: no `+`, no `00`.
 * `11 99999-9999` is such a number, and so is `5511999999999`; a group's id and a JID are none.
 */
export function isNumberWithoutCountry(text: string): boolean {
  const written = text.replace(invisible, '').trim();
  const digits = written.replace(/\D/g, '');
  if (!withoutCountry.test(written) || digits.length < 6 || digits.length > 15 || digits.startsWith('00')) return false;
  const read = readChat(written);
  return read === null || read.kind === 'person';
}

/** Whether a number in a payload was written by a person: without a country code, and not as a program writes one. */
export function isWrittenByHand(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return digits.length >= 8 && isNumberWithoutCountry(text) && (readChat(text) === null || digits !== text.trim());
}

const named =
  /(?<![\w@.-])(?:\d{5,20}(?:-\d{5,15})?(?::\d{1,3})?@(?:c\.us|s\.whatsapp\.net|g\.us|lid|newsletter|broadcast)|\d{5,25}-group|\d{8,15}-1\d{9})(?![\w@-])/g;

/** The different chats that stand in a text by JID or as `…-group`, as written. */
export function chatsIn(text: string): string[] {
  const found = new Map<string, string>();
  for (const [written] of text.matchAll(named)) {
    const jid = readChat(written)?.jid;
    if (jid && !found.has(jid)) found.set(jid, written);
  }
  return [...found.values()];
}
