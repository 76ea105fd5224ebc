import * as v from 'valibot';

/**
 * The newest request for a message, in whatever state. The requests before it follow by their `previousId`. Cancelled
 * and failed requests stay in this chain; pruning takes requests from its old end only.
 */
export const newestSchema = v.object({
  /** The `messageKey` of the request. */
  id: v.string(),
  requestId: v.string(),
});
export type Newest = v.InferOutput<typeof newestSchema>;
