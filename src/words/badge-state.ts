import type { PinRequest } from '../pins/queue/request';
import { isOpen } from '../pins/queue/request-states';
import type { Run } from '../pins/queue/run';
import { providerOf, viewOfProvider } from '../providers';
import { describeFailure } from './describe';
import { describeRequest } from './describe-request';
import { language, type Sentence } from './t';

export type BadgeKind = 'open' | 'accepted' | 'failed';

/** What the toolbar icon says: the kind and text of its badge, and its title. `background/badge.ts` has the colours. */
export interface BadgeState {
  /** The number of requests that have not ended, or a mark, so that states differ not only by their colour. */
  sign: string;
  kind: BadgeKind;
  title: Sentence;
}

const describe = (request: PinRequest): Sentence =>
  describeRequest(request, viewOfProvider(providerOf(request.providerId)));

function describeTrouble({ accountName, providerId: id, outcome }: NonNullable<Run['trouble']>): Sentence | null {
  const provider = viewOfProvider(providerOf(id));
  return outcome.kind === 'accepted' ? null : describeFailure(outcome, { accountName, provider });
}

/**
 * Returns what the toolbar shows: an unseen failure, else the requests that have not ended, else the latest unseen
 * success.
 * @param requests the latest ones, newest first
 * @param openCount the number of all requests that have not ended
 * @param runs newest first
 */
export function badgeStateOf(
  requests: readonly PinRequest[],
  openCount: number,
  runs: readonly Pick<Run, 'trouble'>[] = [],
): BadgeState {
  const failed = requests.find(isUnseenFailure);
  const trouble = runs.find((run) => run.trouble)?.trouble;
  const title = failed ? describe(failed) : trouble && describeTrouble(trouble);
  const running = requests.find(isOpen);
  // `String` would make V8 keep 64 kB of converted numbers, since a long run shows thousands of counts.
  const count = openCount.toLocaleString(language());
  const shortCount = openCount > 999 ? `${Math.min(99, Math.floor(openCount / 1000))}k` : count;
  if (title) return { sign: openCount > 0 ? `${shortCount}!` : '!', kind: 'failed', title };
  if (openCount > 1 || (openCount === 1 && !running)) {
    return { sign: shortCount, kind: 'open', title: ['toolbar_open', count] };
  }
  if (running) return { sign: shortCount, kind: 'open', title: describe(running) };
  const accepted = requests.find(({ state, seen }) => state === 'settled' && !seen);
  if (accepted) return { sign: '✓', kind: 'accepted', title: describe(accepted) };
  return { sign: '', kind: 'open', title: ['extension_name'] };
}

/**
 * Returns whether a failure of a request is still to be shown. A request that waits for another try is shown once, too.
 */
const isUnseenFailure = ({ state, outcome, seen }: PinRequest): boolean =>
  !seen &&
  (state === 'settled' || state === 'waiting' || state === 'queued') &&
  outcome !== null &&
  outcome.kind !== 'accepted';
