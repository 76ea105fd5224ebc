import { looksLikeCredentials, providerOf } from '../providers';
import { type Reading, readText, spellOut } from '../references';
import { type Account, type AccountBook, namesOf, secretsOf } from './account';
import { isNewOffer, type Offer, offerIn } from './offer-account';
import { createRedact, mask, type Redact } from './redact';

/** A text after credentials were removed from it. */
export interface CleanText {
  /**
   * The text that may be kept and shown: the text itself or, if it holds credentials, only the messages that it names,
   * written anew.
   */
  text: string;
  reading: Reading;
  /** The account whose credentials the text holds; `saved` if Pushpin has it already. */
  offer: Offer | 'saved' | null;
}

/**
 * Reads a text that may hold credentials. Messages beside credentials are read. If a message itself is a credential, no
 * message is read, and the reading is refused as `credential`.
 * @param reading what `readText` returns for the text, if it was read already
 */
export function readClean(text: string, savedAccounts: AccountBook, reading: Reading = readText(text)): CleanText {
  if (reading.refusal === 'too-long') return { text: '', reading, offer: null };
  const offer = offerIn(text, savedAccounts);
  const { accounts } = savedAccounts;
  const redact = redactFor(isNewOffer(offer) ? [...accounts, offer] : accounts);
  const isClean = (part: string) => redact(part) === part;
  const areSafe = reading.references.every(
    ({ accountHints: _, ...reference }) =>
      !isAccountName(savedAccounts, reference.messageId) && isClean(JSON.stringify(reference)),
  );
  if (areSafe && !offer && !looksLikeCredentials(text) && isClean(text)) return { text, reading, offer };

  const messages = areSafe ? reading.references : [];
  const references = messages.map((reference) => ({
    ...reference,
    accountHints: reference.accountHints.filter(isClean),
  }));
  const refusal = references.length === 0 ? 'credential' : null;
  return { text: spellOut(references), reading: { references, possible: [], refusal }, offer };
}

/** Creates a function that returns whether a text holds credentials: saved secrets in any spelling, or unsaved ones. */
export function createCredentialCheck(savedAccounts: AccountBook): (text: string) => boolean {
  const redact = redactFor(savedAccounts.accounts);
  return (text) => redact(text) !== text || looksLikeCredentials(text) || offerIn(text, savedAccounts) !== null;
}

/** Creates a function that returns a text as it is, or a mask instead of a text that holds credentials. */
export function createCredentialMask(savedAccounts: AccountBook): Redact {
  const holdsCredentials = createCredentialCheck(savedAccounts);
  return (text) => (holdsCredentials(text) ? mask : text);
}

type Owner = Pick<Account, 'providerId' | 'credentials'>;

/** The functions that `redactFor` has created. The accounts of a book are the same array until one of them changes. */
const createdRedacts = new WeakMap<readonly Owner[], Redact>();

/** Returns the function that masks the secrets of all owners: the same for the same array. */
function redactFor(owners: readonly Owner[]): Redact {
  const secretsIn = ({ providerId, credentials }: Owner) => secretsOf(providerOf(providerId), credentials);
  const redact = createdRedacts.get(owners) ?? createRedact(owners.flatMap(secretsIn));
  createdRedacts.set(owners, redact);
  return redact;
}

/** Returns whether an id names an account. Instance ids and numbers may have the form of a message id. */
const isAccountName = ({ accounts }: AccountBook, messageId: string): boolean =>
  accounts.flatMap(namesOf).some((name) => name.toLowerCase() === messageId.toLowerCase());
