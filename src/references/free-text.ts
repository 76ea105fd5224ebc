import { idsInAddress } from './address';
import { classifyId } from './bare-id';
import { bareReference, type Reference } from './reference';
import type { Atom } from './scan/node';
import { findSerializedKeys } from './serialized-key';

/** A reference, and where it was found. */
export interface Occurrence {
  reference: Reference;
  /** The position in the text, in characters. */
  offset: number;
  /**
   * Whether the reference was found in running text, without a key. Such a reference may take a chat from the text
   * around it.
   */
  isFree: boolean;
}

/** Matches ids that are not part of a longer id or word. Source: docs/message-ids.md "Bare id". */
const idPattern = /(?<![0-9A-Za-z#/+_%-]|\*{3})[0-9A-Fa-f]{16,40}(?![0-9A-Za-z#/+=@_-]|…|\.{3}|\*{3})/g;

/**
 * Reads what needs no key to be recognized: whole keys, addresses, and ids by their form.
 * @param complete adds the facts around the text to a reference; an address names its own chat
 */
export function readFreeText({ text, offset, isCut }: Atom, complete: (bare: Reference) => Reference): Occurrence[] {
  const keys = findSerializedKeys(text);
  if (keys.length > 0) {
    const references = isCut ? keys.map(afterCut) : keys;
    return references.map((reference) => ({ reference: complete(reference), offset, isFree: false }));
  }
  const inAddress = idsInAddress(text);
  if (inAddress) return inAddress.map((reference) => ({ reference, offset, isFree: false }));
  return [...text.matchAll(idPattern)].flatMap(({ 0: id, index }) => {
    const certainty = classifyId(id);
    const reference = certainty && complete(bareReference(id, certainty === 'certain'));
    return reference ? [{ reference, offset: offset + index, isFree: true }] : [];
  });
}

/** Returns a reference that was read from a cut value. It stays certain only if its id has a usual length. */
export const afterCut = (reference: Reference): Reference => ({
  ...reference,
  certain:
    reference.certain && (classifyId(reference.messageId) === 'certain' || /^[0-9A-F]{32}$/.test(reference.messageId)),
});
