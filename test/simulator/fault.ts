import * as v from 'valibot';
import { providerNames, routeNames } from './provider.ts';

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const body = v.union([v.string(), v.looseObject({}), v.array(v.unknown())]);

const common = {
  /** The calls that the fault hits: those of every provider and route, unless one is given. Preflights are never hit. */
  on: v.optional(
    v.strictObject({
      provider: v.optional(v.picklist(providerNames)),
      route: v.optional(v.picklist(routeNames)),
    }),
  ),
  /** The number of calls that the fault hits, for a rate limit of those it refuses; without it, all until `behave()`. */
  times: v.optional(positive),
};

/**
 * The ways in which the simulator can misbehave. A refused call (`status`, `body`, `reset`, `redirect`, over the limit)
 * pins nothing; a `cut` call is carried out, only its answer is lost; a `hang` or `delay` is carried out when it ends,
 * unless the caller has gone. Chromium sends a request again by itself, POST too, when a kept-alive connection is closed before the
 * answer [M]: one `reset` alone goes unnoticed there, so leave `times` out to see it fail.
 */
export const faultSchema = v.variant('kind', [
  v.strictObject({
    ...common,
    kind: v.literal('status'),
    status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    body: v.optional(body),
    headers: v.optional(v.record(v.string(), v.string())),
  }),
  /** A 200 with this body, such as a failure that looks like a success (docs/providers.md, Z-API [3P]). */
  v.strictObject({ ...common, kind: v.literal('body'), body }),
  /** The connection is closed before the answer. */
  v.strictObject({ ...common, kind: v.literal('reset') }),
  /** The connection is closed in the middle of the answer. */
  v.strictObject({ ...common, kind: v.literal('cut') }),
  /** No answer until `behave()`, which answers the call, or `reset()` and `close()`, which close the connection. */
  v.strictObject({ ...common, kind: v.literal('hang') }),
  v.strictObject({ ...common, kind: v.literal('delay'), ms: positive }),
  v.strictObject({ ...common, kind: v.literal('rate-limit'), limit: positive, windowMs: positive }),
  /** A 307: a client that follows it sends body and headers to the new location. */
  v.strictObject({ ...common, kind: v.literal('redirect'), location: v.string() }),
]);

export type Fault = v.InferInput<typeof faultSchema>;
