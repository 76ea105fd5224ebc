import * as v from 'valibot';
import { durations, isSoundOutcome, outcomeSchema, providerOf, providers } from '../../providers';
import { pinBeforeSchema } from '../board/pin';
import { chatSources } from '../plan/chat-source';
import { aliasSchema } from './aliases';
import { requestStates } from './request-states';

/** A wish: the pin or unpin that a gesture or a row of a list asks for, before it is a request on disk. */
export const wishSchema = v.object({
  accountId: v.string(),
  /** The account's name at that time, so that it can be shown after the account was deleted. */
  accountName: v.string(),
  providerId: v.picklist(providers.map(({ id }) => id)),
  action: v.picklist(['pin', 'unpin']),
  days: v.picklist(durations),
  /** The message and its chat as the provider spells them. No answer ever changes the message. */
  address: v.object({
    messageId: v.string(),
    chat: v.nullable(v.string()),
    /** Other names of the message or the chat in the same text. They are stored as aliases, not in the request. */
    aliases: v.optional(v.pipe(v.array(aliasSchema), v.readonly())),
  }),
  /** Where the chat came from. It is missing in requests of runs and of earlier versions. */
  chatFrom: v.optional(v.picklist(chatSources)),
  /** The id of the request that this one undoes. */
  undoes: v.optional(v.nullable(v.string())),
});
export type Wish = v.InferOutput<typeof wishSchema>;

/** One call to make: pin or unpin one message through one account. It holds no secret, no URL and no header. */
export const pinRequestSchema = v.object({
  ...wishSchema.entries,
  id: v.string(),
  // See `identify` in message-key.ts.
  messageKey: v.string(),
  lane: v.string(),
  /** The id of the newest request for the same message when this one was made. */
  previousId: v.nullable(v.string()),
  undoes: v.nullable(v.string()),
  /** The state of the pin before an outcome of this request changed it; null if nothing was known of the message. */
  before: v.optional(v.nullable(pinBeforeSchema)),
  /** Whether a later request has undone this one. */
  undone: v.boolean(),
  /** The id of its run, or empty for a request of a gesture. */
  run: v.string(),
  /** Unix ms. Two requests may have the same time: their order is that of `sequence`. */
  createdAt: v.number(),
  // See `RequestProgress` in request-states.ts.
  sequence: v.pipe(v.number(), v.integer()),
  state: v.picklist(requestStates),
  turn: v.nullable(v.object({ rank: v.number(), order: v.number() })),
  dueAt: v.nullable(v.number()),
  tries: v.number(),
  triedForMs: v.optional(v.number()),
  pausedAt: v.optional(v.number()),
  mayBeDone: v.optional(v.boolean()),
  callStartedAt: v.nullable(v.number()),
  settledAt: v.nullable(v.number()),
  outcome: v.nullable(outcomeSchema),
  /** Whether the user has seen the outcome on a screen. */
  seen: v.boolean(),
});
export type PinRequest = v.InferOutput<typeof pinRequestSchema>;

/** Checks what the schema cannot express: that the fields agree with the state. */
export const isSoundRequest = ({ providerId, state, outcome, turn, dueAt, callStartedAt }: PinRequest): boolean =>
  (state !== 'settled' || outcome !== null) &&
  (state === 'queued' || state === 'waiting') === (turn !== null) &&
  (state === 'waiting') === (dueAt !== null) &&
  (state === 'sending') === (callStartedAt !== null) &&
  (outcome === null || isSoundOutcome(outcome, providerOf(providerId)));

/** Returns whether a request has failed for good. */
export const hasFailed = ({ state, outcome }: Pick<PinRequest, 'state' | 'outcome'>): boolean =>
  state === 'settled' && outcome?.kind !== 'accepted';
