import type { CopiedUse } from '../background/triggers/pin-copied';
import type { Question } from '../pins/plan/question';
import { readClipboard } from '../platform/read-clipboard';
import { worker } from '../ui/worker';

export interface Copied {
  /** Without credentials. */
  text: string;
  /** Why it is not sent. */
  question: Question | null;
  use: CopiedUse;
}

/**
 * The copied text, where the popup was opened for it, and what becomes of it: `pin` sends it where nothing is missing.
 * Null in any other popup, and the second time.
 */
export async function takeCopied(): Promise<Copied | null> {
  const reply = await worker('take copied', {});
  if (!reply.ok || !reply.answer) return null;
  const read = await worker('read copied', { text: readClipboard() ?? '' });
  return read.ok ? { ...read.answer, use: reply.answer } : null;
}
