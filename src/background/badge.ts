import type { RequestQueries } from '../pins/queue/request-queries';
import { showOnToolbar } from '../platform/action-button';
import { announce } from '../platform/changes';
import { delay } from '../platform/clock';
import { coalesce } from '../platform/coalesce';
import { nameOfError } from '../platform/handle-messages';
import { type BadgeKind, badgeStateOf } from '../words/badge-state';
import { type MessageKey, t } from '../words/t';
import { describeWorkerError } from '../words/worker-error';

/** The colours of the badge. Its text is white. */
const badgeColors: Readonly<Record<BadgeKind, string>> = { open: '#475569', accepted: '#0f766e', failed: '#b91c1c' };
/** The number of latest requests among which an unseen failure or success is looked for. */
const maxRequestsSearched = 200;
/** The minimum time between two updates, in ms, however much changes. */
const badgeIntervalMs = 100;

/** Shows on the toolbar why a gesture on a page did nothing. There is no other place to say so. */
export const showTroubleOnBadge = (reason: Trouble): Promise<void> =>
  showOnToolbar({ text: '!', color: badgeColors.failed, title: t(reason) });

/** `trouble_toolbar`: the state of the requests cannot be shown. They may have been sent all the same. */
type Trouble = Extract<MessageKey, 'trouble_window' | 'trouble_toolbar'> | ReturnType<typeof describeWorkerError>;

/**
 * Creates the function that updates the badge and tells the open pages to read the requests again. Calls during an
 * update share one more update after it. What the badge shows is decided by `badgeStateOf`.
 */
export const createBadgeUpdater = (
  requestQueries: Pick<RequestQueries, 'latest' | 'countOpen' | 'runs'>,
): (() => Promise<void>) =>
  coalesce(async () => {
    try {
      announce('requests');
      const [latest, open, runs] = await Promise.all([
        requestQueries.latest(maxRequestsSearched),
        requestQueries.countOpen(),
        requestQueries.runs(),
      ]);
      const { sign, kind, title } = badgeStateOf(latest, open, runs);
      await showOnToolbar({ text: sign, color: badgeColors[kind], title: t(...title) });
    } catch (error) {
      const trouble = describeWorkerError(nameOfError(error));
      await showTroubleOnBadge(trouble === 'trouble_storage' ? 'trouble_toolbar' : trouble);
    }
    await delay(badgeIntervalMs);
  });
