import { type AccountBook, namesOf, secretsOf } from '../accounts/account';
import { createRedact, type Redact, redactStrings } from '../accounts/redact';
import { provider } from '../providers';
import { looksLikeCredentials, type Reading, type Reference, readText, spellOut } from '../references';
import { type Offer, offerIn } from './offer';

/** A text as Pushpin goes on with it: without credentials. */
export interface CleanText {
  /** What may be kept and shown of it. Where it holds credentials that is the messages that it names, spelled out anew. */
  text: string;
  reading: Reading;
  /** What it offers to make an account of, where it names no message. */
  offer: Offer | 'known' | null;
}

/**
 * Reads a text that may hold credentials, saved ones or others. Messages beside them can be acted upon; where a message
 * is one of them, there is none, and the reading is refused as `credential`.
 */
export function readClean(text: string, book: AccountBook): CleanText {
  const reading = readText(text);
  if (reading.refusal === 'too-long') return { text: '', reading, offer: null };
  const offer = offerIn(text, book);
  const redact = redactOf(book, offer);
  const isClean = (part: string) => redact(part) === part;
  const hasCredential = reading.references.some(
    ({ accountHints: _, ...reference }) => isAccount(book, reference) || !isClean(JSON.stringify(reference)),
  );
  if (!hasCredential && !offer && !looksLikeCredentials(text) && isClean(text)) return { text, reading, offer };

  const named = hasCredential ? [] : reading.references;
  const references = named.map((each) => ({ ...each, accountHints: each.accountHints.filter(isClean) }));
  if (references.length === 0) return { text: '', reading: noMessage, offer };
  return { text: spellOut(references), reading: { references, possible: [], refusal: null }, offer: null };
}

/** The reading of a text that holds credentials and no message. */
export const noMessage: Reading = { references: [], possible: [], refusal: 'credential' };

/** Whether a text or a value holds one of the saved secrets anywhere. */
export function holdsSecret(value: unknown, book: AccountBook): boolean {
  const text = JSON.stringify(value) ?? '';
  return redactOf(book)(text) !== text;
}

/** The value with every saved secret masked. */
export const maskSecrets = <T>(value: T, book: AccountBook): T => redactStrings(value, redactOf(book));

function redactOf({ accounts }: AccountBook, offer: Offer | 'known' | null = null): Redact {
  const all = offer && offer !== 'known' ? [...accounts, offer] : accounts;
  return createRedact(all.flatMap((account) => secretsOf(provider(account.provider), account.credentials)));
}

/** What an account is called is no message, though it may have the form of one. */
const isAccount = ({ accounts }: AccountBook, { messageId }: Pick<Reference, 'messageId'>): boolean =>
  accounts.flatMap(namesOf).some((name) => name.toLowerCase() === messageId.toLowerCase());
