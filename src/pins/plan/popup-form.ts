import * as v from 'valibot';
import { durations } from '../../providers';

/**
 * What the popup's fields hold, from the page to the worker to the disk. Null is what nobody has typed or chosen: then it
 * follows from the rest, and is shown with its reason.
 */
export const popupFormSchema = v.object({
  message: v.string(),
  chat: v.nullable(
    v.object({
      /** As typed; the JID of one that was chosen by name. Empty where it was emptied on purpose. */
      written: v.string(),
      /** The text of Message that it was typed for: it is never used for another. */
      message: v.string(),
      /**
       * `ahead`: before its message, which is still being typed. `before`: before its message, which is complete.
       * `after`: for the message that stood there.
       */
      typed: v.picklist(['ahead', 'before', 'after']),
      /** Whether the user has said that it counts although the text names another. */
      isOverText: v.boolean(),
    }),
  ),
  /** The chat that was typed for an earlier message: offered, never used. */
  earlierChat: v.nullable(v.string()),
  /** Phone numbers that were written without a country code, and what each was read or said to be: `+5511999999999`. */
  numbers: v.record(v.string(), v.pipe(v.string(), v.regex(/^\+\d{5,15}$/))),
  accountId: v.nullable(v.string()),
  /** Whether the account is still to be chosen: a gesture asked for it. */
  undecided: v.boolean(),
  /** Who sent the message, where its key is to be built by hand. */
  sender: v.nullable(v.object({ fromMe: v.nullable(v.boolean()), author: v.nullable(v.string()) })),
  action: v.picklist(['pin', 'unpin']),
  /** Null: as last chosen in the account. */
  days: v.nullable(v.picklist(durations)),
  /** Whether these were chosen for an earlier message, and only stay until something else is said. */
  earlier: v.object({ account: v.boolean(), days: v.boolean() }),
  /** The messages of a list that are left out, by their key. */
  left: v.array(v.string()),
});
export type PopupForm = v.InferOutput<typeof popupFormSchema>;
