import { NotOpened } from '../../platform/action-button';
import { nameOfError } from '../../platform/handle-messages';
import { withLock } from '../../platform/locks';
import { describeWorkerError } from '../../words/worker-error';
import { showTroubleOnBadge } from '../badge';
import { type Gesture, gesture } from './gesture';

/** Shows on the toolbar why a gesture did nothing. */
export const tellTrouble = (error: unknown): Promise<void> =>
  showTroubleOnBadge(error instanceof NotOpened ? 'trouble_window' : describeWorkerError(nameOfError(error)));

/** Runs a gesture after all earlier ones have ended, so that none overtakes another whose text takes longer to read. */
export const inOrder = (text: Promise<string>, wanted: Gesture, site: string | null = null): Promise<void> =>
  withLock('gesture', async () => gesture(await text, wanted, site)).catch(tellTrouble);
