import * as v from 'valibot';

/** The newest request for a message: what was asked last, whatever becomes of it. Those before it follow by `previousId`. */
export const newestSchema = v.object({
  /** See `messageKey` of a request. */
  id: v.string(),
  requestId: v.string(),
});
export type Newest = v.InferOutput<typeof newestSchema>;
