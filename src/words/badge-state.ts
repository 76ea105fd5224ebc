import type { PinRequest } from '../pins/queue/request';
import { isOpen } from '../pins/queue/request-states';
import type { Run } from '../pins/queue/run';
import { providerOf, viewOfProvider } from '../providers';
import { describeFailure, describeRequest } from './describe';
import type { Sentence } from './t';

export interface BadgeState {
  /** How many have not ended; else a mark. Told apart by it, not by its colour alone. */
  sign: string;
  color: string;
  title: Sentence;
}

const colors = { running: '#475569', accepted: '#0f766e', failed: '#b91c1c' };

const describe = (request: PinRequest): Sentence =>
  describeRequest(request, viewOfProvider(providerOf(request.providerId)));

function describeTrouble({ accountName, providerId: id, outcome }: NonNullable<Run['trouble']>): Sentence | null {
  const provider = viewOfProvider(providerOf(id));
  return outcome.kind === 'accepted' ? null : describeFailure(outcome, { accountName, provider });
}

/**
 * What the toolbar shows: what failed unseen, else what has not ended, else the last success unseen.
 * @param requests newest first @param open how many have not ended, among all @param runs newest first
 */
export function badgeStateOf(
  requests: readonly PinRequest[],
  open: number,
  runs: readonly Pick<Run, 'trouble'>[] = [],
): BadgeState {
  const failed = requests.find(isUnseenFailure);
  const trouble = runs.find((run) => run.trouble)?.trouble;
  const title = failed ? describe(failed) : trouble && describeTrouble(trouble);
  const running = requests.find(isOpen);
  const count = open > 999 ? `${Math.min(99, Math.floor(open / 1000))}k` : String(open);
  if (title) return { sign: open > 0 ? `${count}!` : '!', color: colors.failed, title };
  if (open > 1 || (open === 1 && !running)) {
    return { sign: count, color: colors.running, title: ['toolbar_open', String(open)] };
  }
  if (running) return { sign: count, color: colors.running, title: describe(running) };
  const accepted = requests.find(({ state, seen }) => state === 'settled' && !seen);
  if (accepted) return { sign: '✓', color: colors.accepted, title: describe(accepted) };
  return { sign: '', color: colors.running, title: ['extension_name'] };
}

/** A request that waits after a failure is told once, too. */
const isUnseenFailure = ({ state, outcome, seen }: PinRequest): boolean =>
  !seen &&
  (state === 'settled' || state === 'waiting' || state === 'queued') &&
  outcome !== null &&
  outcome.kind !== 'accepted';
