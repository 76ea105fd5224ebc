import type { RequestQueries } from '../pins/queue/request-queries';
import { showOnToolbar } from '../platform/action-button';
import { announce } from '../platform/changes';
import { delay } from '../platform/clock';
import { coalesce } from '../platform/coalesce';
import { nameOfError } from '../platform/handle-messages';
import { badgeStateOf } from '../words/badge-state';
import { type MessageKey, t } from '../words/t';
import { describeWorkerError } from '../words/worker-error';

const troubleColor = '#b91c1c';
/** How far back a failure that nobody has seen still counts. */
const maxFailuresLookedAt = 200;
/** Between two looks in ms, however much changes. */
const badgeIntervalMs = 100;

/** A gesture on a page has no other place to say that it came to nothing, and why. */
export const showTroubleOnBadge = (reason: Trouble): Promise<void> =>
  showOnToolbar({ text: '!', color: troubleColor, title: t(reason) });

/** `trouble_toolbar`: what became of the requests cannot be shown, which says nothing of whether they were sent. */
type Trouble = Extract<MessageKey, 'trouble_window' | 'trouble_toolbar'> | ReturnType<typeof describeWorkerError>;

/** Keeps the toolbar and the open pages up to date. */
export const createBadgeUpdater = (
  requestQueries: Pick<RequestQueries, 'latest' | 'countOpen' | 'runs'>,
): (() => Promise<void>) =>
  coalesce(async () => {
    try {
      announce('requests');
      const [latest, open, runs] = await Promise.all([
        requestQueries.latest(maxFailuresLookedAt),
        requestQueries.countOpen(),
        requestQueries.runs(),
      ]);
      const { sign, color, title } = badgeStateOf(latest, open, runs);
      await showOnToolbar({ text: sign, color, title: t(...title) });
    } catch (error) {
      const trouble = describeWorkerError(nameOfError(error));
      await showTroubleOnBadge(trouble === 'trouble_storage' ? 'trouble_toolbar' : trouble);
    }
    await delay(badgeIntervalMs);
  });
