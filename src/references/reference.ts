import type { Alias } from './alias';

/** What identifies a WhatsApp message, as far as a text tells. Source: docs/message-ids.md. */
export interface Reference {
  /** The id, verbatim: ids are opaque and case-sensitive. For `form: 'uuid'` Periskope's queue_id. */
  messageId: string;
  /** The chat as it was written (`5511999999999@c.us`, `120363…-group`); `readChat` understands it. */
  chat: string | null;
  /** Whether a person wrote the chat: in a table’s cell, or with the marks of a phone number. It may lack its country code. */
  isChatWrittenByHand: boolean;
  /** Whether the connected number sent the message. */
  fromMe: boolean | null;
  /** The whole key (`true_…@c.us_…`), verbatim, where the text had one. */
  serialized: string | null;
  form: 'serialized' | 'bare' | 'uuid';
  /** What stood beside it and tells which account it belongs to: an instance id, the connected number as digits. */
  accountHints: readonly string[];
  /** Other names that stood beside it; absent where there were none. */
  aliases?: readonly Alias[];
  /** False for a form that other things have too (an MD5 sum, a UUID): never acted upon unasked. */
  certain: boolean;
}

/** A reference of which only the id is known. */
export const bareReference = (messageId: string, certain: boolean, more: Partial<Reference> = {}): Reference => ({
  messageId,
  chat: null,
  isChatWrittenByHand: false,
  fromMe: null,
  serialized: null,
  form: 'bare',
  accountHints: [],
  certain,
  ...more,
});
