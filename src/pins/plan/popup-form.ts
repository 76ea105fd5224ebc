import * as v from 'valibot';
import { durations } from '../../providers';

/**
 * The form of the popup, in the page, in messages to the worker and on disk. A field that nobody has typed or chosen is
 * null: it is filled in from the others, and shown with the reason.
 */
export const popupFormSchema = v.object({
  message: v.string(),
  chat: v.nullable(
    v.object({
      /** The chat as typed, or the JID of a chat that was chosen by name. Empty if the field was emptied on purpose. */
      written: v.string(),
      /** The text in the field Message that the chat was typed for. It is never used for another text. */
      message: v.string(),
      /**
       * When the chat was typed. `ahead`: before its message, which is empty or still being typed. `before`: before its
       * message, which is complete by now. `after`: after its message.
       */
      typed: v.picklist(['ahead', 'before', 'after']),
      /** Whether the user has confirmed the chat although the text names another one. */
      isOverText: v.boolean(),
    }),
  ),
  /** The chat that was typed for an earlier message. It is offered, but not used. */
  earlierChat: v.nullable(v.string()),
  /**
   * Phone numbers written without a country code, and the full number that each was read as or that the user chose:
   * `+5511999999999`.
   */
  numbers: v.record(v.string(), v.pipe(v.string(), v.regex(/^\+\d{5,15}$/))),
  accountId: v.nullable(v.string()),
  /** Whether the user must choose the account, so that none is filled in: a gesture asks for it. */
  mustChooseAccount: v.boolean(),
  /** Who sent the message. Only a key that is built by hand needs it. */
  sender: v.nullable(v.object({ fromMe: v.nullable(v.boolean()), author: v.nullable(v.string()) })),
  action: v.picklist(['pin', 'unpin']),
  /** In days; null for the duration that was last chosen in the account. */
  days: v.nullable(v.picklist(durations)),
  /** Whether account and duration were chosen for an earlier message; then the text or the user may change them. */
  earlier: v.object({ account: v.boolean(), days: v.boolean() }),
  /** The keys of the messages that the user has left out of a list; see `keyOfReference`. */
  excluded: v.array(v.string()),
});
export type PopupForm = v.InferOutput<typeof popupFormSchema>;
