import type { Gesture } from './gesture';

/** The commands of the manifest that act on the selection. Chrome opens the popup for `_execute_action` by itself. */
const commands: Readonly<Record<string, Gesture>> = {
  'pin-selection': { action: 'pin', days: null, review: false },
  'unpin-selection': { action: 'unpin', days: null, review: false },
};

/** Returns the gesture of a command, or undefined for a command of Chrome's own. */
export const gestureOfCommand = (name: string): Gesture | undefined =>
  Object.hasOwn(commands, name) ? commands[name] : undefined;
