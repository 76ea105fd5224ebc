import { type AccountBook, namesOf, secretsOf } from '../accounts/account';
import { createRedact, mask, type Redact } from '../accounts/redact';
import { looksLikeCredentials, providerOf } from '../providers';
import { type Reading, readText, spellOut } from '../references';
import { type Offer, offerIn } from './offer-account';

/** A text as Pushpin goes on with it: without credentials. */
export interface CleanText {
  /** What may be kept and shown of it. Where it holds credentials that is the messages that it names, spelled out anew. */
  text: string;
  reading: Reading;
  /** The account that it holds the credentials of. */
  offer: Offer | 'known' | null;
}

/**
 * Reads a text that may hold credentials. Messages beside them can be acted upon; where a message is one of them, there
 * is none, and the reading is refused as `credential`.
 */
export function readClean(text: string, book: AccountBook): CleanText {
  const reading = readText(text);
  if (reading.refusal === 'too-long') return { text: '', reading, offer: null };
  const offer = offerIn(text, book);
  const redact = redactOf(book, offer);
  const isClean = (part: string) => redact(part) === part;
  const isMessage = reading.references.every(
    ({ accountHints: _, ...reference }) => !isAccount(book, reference.messageId) && isClean(JSON.stringify(reference)),
  );
  if (isMessage && !offer && !looksLikeCredentials(text) && isClean(text)) return { text, reading, offer };

  const named = isMessage ? reading.references : [];
  const references = named.map((each) => ({ ...each, accountHints: each.accountHints.filter(isClean) }));
  const refusal = references.length === 0 ? 'credential' : null;
  return { text: spellOut(references), reading: { references, possible: [], refusal }, offer };
}

/** Makes the question whether a text holds credentials: saved secrets in any spelling, or what stands beside others. */
export function createCredentialCheck(book: AccountBook): (text: string) => boolean {
  const redact = redactOf(book);
  return (text) => redact(text) !== text || looksLikeCredentials(text) || offerIn(text, book) !== null;
}

/** Makes the function that gives a text as it is, or a mask in the place of one that holds credentials. */
export function createCredentialMask(book: AccountBook): Redact {
  const holdsCredentials = createCredentialCheck(book);
  return (text) => (holdsCredentials(text) ? mask : text);
}

function redactOf({ accounts }: AccountBook, offer: Offer | 'known' | null = null): Redact {
  const all = offer && offer !== 'known' ? [...accounts, offer] : accounts;
  return createRedact(all.flatMap((account) => secretsOf(providerOf(account.providerId), account.credentials)));
}

/** What an account is called is no message, though it may have the form of one. */
const isAccount = ({ accounts }: AccountBook, messageId: string): boolean =>
  accounts.flatMap(namesOf).some((name) => name.toLowerCase() === messageId.toLowerCase());
