import * as v from 'valibot';
import { outcomeKinds } from '../../providers';
import { pinRequestSchema } from './request';
import { runSchema } from './run';

const { id, run, sequence, messageKey, accountId, state, settledAt, seen } = pinRequestSchema.entries;

/** The part of a request by which an open page decides whether a change concerns the page. */
const requestChangeSchema = v.object({
  ...{ id, run, sequence, messageKey, accountId, state, settledAt, seen },
  /** The kind of the latest outcome; null if the request has none yet. */
  outcome: v.nullable(v.picklist(outcomeKinds)),
});
export type RequestChange = v.InferOutput<typeof requestChangeSchema>;

/** The changes on disk since the last message to the open pages. Each request and run is named once, as it is now. */
const requestChangesSchema = v.object({
  requests: v.array(requestChangeSchema),
  runs: v.array(runSchema),
  /** The ids of requests and runs that were removed. */
  removed: v.array(v.string()),
  /** The ids of accounts that began or ceased to wait, or wait for something else or until another time. */
  gates: v.array(v.string()),
});
export type RequestChanges = v.InferOutput<typeof requestChangesSchema>;

/** Reads a message to the pages. Returns null if it names no changes, so that the page has to read again what it shows. */
export function readChanges(message: unknown): RequestChanges | null {
  const parsed = v.safeParse(requestChangesSchema, message);
  return parsed.success ? parsed.output : null;
}
