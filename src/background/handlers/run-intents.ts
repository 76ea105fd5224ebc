import * as v from 'valibot';
import { readBook } from '../../accounts/account-store';
import { createCredentialCheck, createCredentialMask } from '../../accounts/credentials';
import { type Wish, wishSchema } from '../../pins/queue/request';
import type { RequestView } from '../../pins/queue/request-view';
import type { Run } from '../../pins/queue/run';
import { intent } from '../../platform/handle-messages';
import { withLock } from '../../platform/locks';
import { queue, requestQueries } from '../services';

/** So many requests are looked through at once. */
const requestsPerPage = 400;

/** One piece at a time: a gesture that is made meanwhile waits for one of them at most. */
const addPiece = (wishes: readonly Wish[], run: string): Promise<string[]> =>
  withLock('hand over', () => queue.enqueue(wishes, run));

const ofRun = v.object({ id: v.string() });

async function credentialsIn(wishes: readonly Wish[]): Promise<number[]> {
  const holdsCredentials = createCredentialCheck(await readBook());
  return [...wishes.keys()].filter((place) => holdsCredentials(JSON.stringify(wishes[place])));
}

/** What the options page asks about runs: many requests at once. */
export const runIntents = {
  runs: intent(v.object({}), async (): Promise<Run[]> => {
    const runs = await requestQueries.runs();
    if (runs.some(({ trouble }) => trouble)) await queue.markRunsSeen();
    return runs;
  }),

  /** Begins a run; nothing of it is sent before it is set running. */
  'start run': intent(
    v.object({ name: v.string() }),
    async ({ name }): Promise<string> => queue.startRun(createCredentialMask(await readBook())(name)),
  ),

  /** The places of what names a credential: asked of all rows before any is handed over, so that none is held back later. */
  'check rows': intent(v.object({ wishes: v.array(wishSchema) }), ({ wishes }) => credentialsIn(wishes)),

  /** Hands over a part of it, some hundreds. Gives the places of what names a credential; then none is taken. */
  'add to run': intent(v.object({ ...ofRun.entries, wishes: v.array(wishSchema) }), async ({ id, wishes }) => {
    const refused = await credentialsIn(wishes);
    if (refused.length === 0) await addPiece(wishes, id);
    return refused;
  }),

  /** Begins a run of what failed in another; gives how many requests that are, 0 where it begins none. */
  'retry run': intent(ofRun, async ({ id }): Promise<number> => {
    const run = (await requestQueries.runs()).find((each) => each.id === id);
    let retry: string | null = null;
    let count = 0;
    for (let after: number | null = run ? 0 : null; after !== null; ) {
      const page: Awaited<ReturnType<typeof requestQueries.failedIn>> = await requestQueries.failedIn(
        id,
        after,
        requestsPerPage,
      );
      after = page.after;
      if (page.failed.length === 0) continue;
      retry ??= await queue.startRun(run?.name ?? '', id);
      await addPiece(page.failed, retry);
      count += page.failed.length;
    }
    if (retry !== null) await queue.setRun(retry, 'running');
    return count;
  }),

  'set run': intent(
    v.object({ ...ofRun.entries, state: v.picklist(['running', 'paused', 'cancelled']) }),
    ({ id, state }) => queue.setRun(id, state),
  ),

  /** Its requests in the order of asking, some at a time; `after`: the `createdAt` of the last one before. */
  'run results': intent(
    v.object({ ...ofRun.entries, after: v.number(), count: v.number() }),
    ({ id, after, count }): Promise<RequestView[]> => requestQueries.runViews(id, after, count),
  ),
};
