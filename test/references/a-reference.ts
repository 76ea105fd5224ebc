import type { Reference } from '../../src/references/index.ts';

const nothing: Reference = {
  messageId: '3EB0796DC6B777C0C7CD',
  chat: null,
  fromMe: null,
  participant: null,
  serialized: null,
  form: 'bare',
  accountHints: [],
  certain: true,
};

/** A reference to a message, of which only the named parts matter. */
export const aReference = (parts: Partial<Reference> = {}): Reference => ({ ...nothing, ...parts });
