import type { Words } from '../platform/words';
import { provider, viewOfProvider } from '../providers';
import { describeRequest } from './describe';
import type { PinRequest } from './pin-request';

export interface ToolbarState {
  /** Told apart by its sign, not by its colour alone. */
  sign: '' | '…' | '✓' | '!';
  color: string;
  title: Words;
}

const colors = { running: '#475569', accepted: '#0f766e', failed: '#b91c1c' };

const say = (request: PinRequest): Words => describeRequest(request, viewOfProvider(provider(request.provider)));

/** What the toolbar shows for requests, newest first: what runs, else what failed unseen, else the last success unseen. */
export function toolbarState(requests: readonly PinRequest[]): ToolbarState {
  const running = requests.find(({ state }) => state !== 'settled');
  if (running) return { sign: '…', color: colors.running, title: say(running) };
  const unseen = requests.filter(({ state, seen }) => state === 'settled' && !seen);
  const failed = unseen.find(({ outcome }) => outcome?.kind !== 'accepted');
  if (failed) return { sign: '!', color: colors.failed, title: say(failed) };
  const [accepted] = unseen;
  if (accepted) return { sign: '✓', color: colors.accepted, title: say(accepted) };
  return { sign: '', color: colors.running, title: ['extension_name'] };
}
