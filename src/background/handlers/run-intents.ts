import * as v from 'valibot';
import { readBook } from '../../accounts/account-store';
import { createCredentialMask } from '../../accounts/credentials';
import { positionsOfCredentials } from '../../pins/plan/request-pins';
import { wishSchema } from '../../pins/queue/request';
import type { RequestView } from '../../pins/queue/request-view';
import type { Run } from '../../pins/queue/run';
import { intent } from '../../platform/handle-messages';
import { queue, requestPins, requestQueries } from '../services';

/** The number of requests of a run that are read at once. */
const requestsPerPage = 400;

const runSchema = v.object({ id: v.string() });

/** The intents of the options page about runs, which are many requests at once. */
export const runIntents = {
  runs: intent(v.object({}), async (): Promise<Run[]> => {
    const runs = await requestQueries.runs();
    if (runs.some(({ trouble }) => trouble)) await queue.markRunsSeen();
    return runs;
  }),

  /** Notes that the user has looked at the failures of the runs. */
  'runs seen': intent(v.object({}), () => queue.markRunsSeen()),

  /** Creates a run and returns its id. Nothing of the run is sent before it is set to `running`. */
  'start run': intent(
    v.object({ name: v.string() }),
    async ({ name }): Promise<string> => queue.startRun(createCredentialMask(await readBook())(name)),
  ),

  /** Returns the positions of wishes that hold credentials. The page checks all rows before it adds the first. */
  'check rows': intent(v.object({ wishes: v.array(wishSchema) }), ({ wishes }) => positionsOfCredentials(wishes)),

  /** Adds a batch of wishes to a run. If any of them hold credentials, adds none and returns their positions. */
  'add to run': intent(
    v.object({ ...runSchema.entries, wishes: v.array(wishSchema) }),
    async ({ id, wishes }): Promise<number[]> => {
      const requested = await requestPins({ wishes, run: id });
      return requested.kind === 'asked' ? (requested.refused ?? []) : [];
    },
  ),

  /**
   * Sends the failed requests of a run again in a new run, except those that hold credentials, and returns their number.
   * Creates no run if there are none.
   */
  'retry run': intent(runSchema, async ({ id }): Promise<number> => {
    const run = (await requestQueries.runs()).find((each) => each.id === id);
    let retryId: string | null = null;
    let count = 0;
    for (let after: number | null = run ? 0 : null; after !== null; ) {
      const page: Awaited<ReturnType<typeof requestQueries.failedIn>> = await requestQueries.failedIn(
        id,
        after,
        requestsPerPage,
      );
      after = page.after;
      const refused = new Set(await positionsOfCredentials(page.failed));
      const wishes = page.failed.filter((_, position) => !refused.has(position));
      if (wishes.length === 0) continue;
      retryId ??= await queue.startRun(run?.name ?? '', id);
      const requested = await requestPins({ wishes, run: retryId });
      if (requested.kind === 'enqueued') count += requested.ids.length;
    }
    if (retryId !== null) await queue.setRun(retryId, 'running');
    return count;
  }),

  'set run': intent(
    v.object({ ...runSchema.entries, state: v.picklist(['running', 'paused', 'cancelled']) }),
    ({ id, state }) => queue.setRun(id, state),
  ),

  /** Returns requests of a run in their order. `after`: the `sequence` of the last request of the page before. */
  'run results': intent(
    v.object({ ...runSchema.entries, after: v.number(), count: v.number() }),
    ({ id, after, count }): Promise<RequestView[]> => requestQueries.runViews(id, after, count),
  ),
};
