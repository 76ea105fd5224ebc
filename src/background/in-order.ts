import { alone } from '../platform/locks';
import { type Gesture, gesture } from './gesture';
import { showTrouble } from './toolbar';

/** Gestures one after the other, as they were made: no later one overtakes another whose text took longer to read. */
export const inOrder = (text: Promise<string>, wanted: Gesture): Promise<void> =>
  alone('gesture', async () => gesture(await text, wanted)).catch(showTrouble);
