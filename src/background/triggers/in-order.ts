import { NotOpened } from '../../platform/action-button';
import { nameOfError } from '../../platform/handle-messages';
import { withLock } from '../../platform/locks';
import { describeWorkerError } from '../../words/worker-error';
import { showTroubleOnBadge } from '../badge';
import { type Gesture, gesture } from './gesture';

/** Says on the toolbar why a gesture came to nothing. */
export const tellTrouble = (error: unknown): Promise<void> =>
  showTroubleOnBadge(error instanceof NotOpened ? 'trouble_window' : describeWorkerError(nameOfError(error)));

/** Gestures one after the other, as they were made: no later one overtakes another whose text took longer to read. */
export const inOrder = (text: Promise<string>, wanted: Gesture, site: string | null = null): Promise<void> =>
  withLock('gesture', async () => gesture(await text, wanted, site)).catch(tellTrouble);
