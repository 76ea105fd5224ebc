import { NotOpened } from '../../platform/action-button';
import { nameOfError } from '../../platform/handle-messages';
import { withLock } from '../../platform/locks';
import { describeWorkerError } from '../../words/worker-error';
import { showTroubleOnBadge } from '../badge';
import { type Gesture, gesture } from './gesture';

/** Shows on the toolbar why a gesture did nothing. */
export const tellTrouble = (error: unknown): Promise<void> =>
  showTroubleOnBadge(error instanceof NotOpened ? 'trouble_window' : describeWorkerError(nameOfError(error)));

/** Runs gestures one after the other: none overtakes an earlier one whose text takes longer to read. */
export const inOrder = (text: Promise<string>, wanted: Gesture, site: string | null = null): Promise<void> =>
  withLock('gesture', async () => gesture(await text, wanted, site)).catch(tellTrouble);
