import * as v from 'valibot';
import { durations, isSoundOutcome, outcomeSchema, providerOf, providers } from '../../providers';
import { pinBeforeSchema } from '../board/pin';
import { chatSources } from '../plan/chat-source';
import { aliasSchema } from './aliases';
import { requestStates } from './request-states';

/** What a gesture asks for. */
export const wishSchema = v.object({
  accountId: v.string(),
  /** As the account was called, also after it is gone. */
  accountName: v.string(),
  providerId: v.picklist(providers.map(({ id }) => id)),
  action: v.picklist(['pin', 'unpin']),
  days: v.picklist(durations),
  /** The message and its chat in the provider's spelling; the message never changes, whatever comes back. */
  address: v.object({
    messageId: v.string(),
    chat: v.nullable(v.string()),
    /** Other names that the text gave; learnt, then left out of the request. */
    aliases: v.optional(v.pipe(v.array(aliasSchema), v.readonly())),
  }),
  /** Who said the chat; not known of older requests and of those of a run. */
  chatFrom: v.optional(v.picklist(chatSources)),
  /** The request that it takes back. */
  undoes: v.optional(v.nullable(v.string())),
});
export type Wish = v.InferOutput<typeof wishSchema>;

/** Pin or unpin one message through one account: what is on disk, so never a secret, a URL or a header. */
export const pinRequestSchema = v.object({
  ...wishSchema.entries,
  id: v.string(),
  // See `identify`.
  messageKey: v.string(),
  lane: v.string(),
  /** The newest request for the message when this one was made. */
  previousId: v.nullable(v.string()),
  undoes: v.nullable(v.string()),
  /** What was known of the message before an outcome of this request said something new; null: nothing. */
  before: v.optional(v.nullable(pinBeforeSchema)),
  /** Whether it has been taken back. */
  undone: v.boolean(),
  /** The run that it belongs to; empty for what a gesture asked. */
  run: v.string(),
  /** Unix ms; no two requests have the same, so that their order survives on disk. */
  createdAt: v.number(),
  // See `RequestProgress`.
  state: v.picklist(requestStates),
  dueAt: v.nullable(v.number()),
  tries: v.number(),
  triedForMs: v.optional(v.number()),
  pausedAt: v.optional(v.number()),
  mayBeDone: v.optional(v.boolean()),
  lease: v.nullable(v.object({ startedAt: v.number(), until: v.number() })),
  settledAt: v.nullable(v.number()),
  outcome: v.nullable(outcomeSchema),
  /** Whether the user has had the outcome before their eyes. */
  seen: v.boolean(),
});
export type PinRequest = v.InferOutput<typeof pinRequestSchema>;

/** Whether a record of that shape is one that Pushpin writes. */
export const isSoundRequest = ({ providerId, state, outcome, dueAt, lease }: PinRequest): boolean =>
  (state !== 'settled' || outcome !== null) &&
  (state === 'queued' || state === 'waiting') === (dueAt !== null) &&
  (state === 'sending') === (lease !== null) &&
  (outcome === null || isSoundOutcome(outcome, providerOf(providerId)));
