import type { Alias } from './alias';

/** Identifies a WhatsApp message by the parts of its key that a text contains. Source: docs/message-ids.md. */
export interface Reference {
  /** The id, verbatim: ids are opaque and case-sensitive. */
  messageId: string;
  /**
   * The chat as it was written (`5511999999999@c.us`, `120363…-group`), to be read with `readChat`; null if none was.
   */
  chat: string | null;
  /**
   * Whether a person wrote the chat, in a cell or with the marks of a phone number. Such a number may lack its country
   * code.
   */
  isChatWrittenByHand: boolean;
  /** Whether the connected number sent the message; null if the text does not say. */
  fromMe: boolean | null;
  /** The whole key (`true_…@c.us_…`), verbatim; null if the text had none. */
  serialized: string | null;
  /** `uuid`: an id that means something only to the provider that gave it. */
  form: 'serialized' | 'bare' | 'uuid';
  /** Values beside the message that identify the account: an instance id, the connected number as digits. */
  accountHints: readonly string[];
  /** Other names of the message or its chat; absent if there are none. */
  aliases?: readonly Alias[];
  /**
   * Whether only message ids have this form. An id that may be something else, such as an MD5 sum or a UUID, is only
   * offered.
   */
  certain: boolean;
}

/** Makes a reference from an id and the parts that are known. */
export const bareReference = (messageId: string, certain: boolean, parts: Partial<Reference> = {}): Reference => ({
  messageId,
  chat: null,
  isChatWrittenByHand: false,
  fromMe: null,
  serialized: null,
  form: 'bare',
  accountHints: [],
  certain,
  ...parts,
});
