import type { Work } from '../pins/queue/recent-work';
import { showOnToolbar } from '../platform/action-button';
import { nameOfError } from '../platform/handle-messages';
import { type BadgeKind, badgeStateOf } from '../words/badge-state';
import { type MessageKey, t } from '../words/t';
import { describeWorkerError } from '../words/worker-error';

/** The colours of the badge. Its text is white. */
const badgeColors: Readonly<Record<BadgeKind, string>> = { open: '#475569', accepted: '#0f766e', failed: '#b91c1c' };

/** Shows on the toolbar why a gesture on a page did nothing. There is no other place to say so. */
export const showTroubleOnBadge = (reason: Trouble): Promise<void> =>
  showOnToolbar({ text: '!', color: badgeColors.failed, title: t(reason) });

/** `trouble_toolbar`: the states of the requests cannot be shown. The requests may have been sent all the same. */
type Trouble = Extract<MessageKey, 'trouble_window' | 'trouble_toolbar'> | ReturnType<typeof describeWorkerError>;

/**
 * Shows on the badge the requests and runs that `readWork` returns, or that they cannot be read. `badgeStateOf` decides
 * what is shown.
 */
export async function showOnBadge(readWork: () => Promise<Work>): Promise<void> {
  try {
    const { latest, openCount, runs } = await readWork();
    const { sign, kind, title } = badgeStateOf(latest, openCount, runs);
    await showOnToolbar({ text: sign, color: badgeColors[kind], title: t(...title) });
  } catch (error) {
    const trouble = describeWorkerError(nameOfError(error));
    await showTroubleOnBadge(trouble === 'trouble_storage' ? 'trouble_toolbar' : trouble);
  }
}
