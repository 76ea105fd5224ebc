import { bareReference, type Reference } from '../../src/references/reference.ts';

/** A reference to a message, of which only the named parts matter. */
export const makeReference = (parts: Partial<Reference> = {}): Reference =>
  bareReference('3EB0796DC6B777C0C7CD', true, parts);
