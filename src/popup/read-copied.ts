import type { CopiedUse } from '../background/triggers/pin-copied';
import type { Question } from '../pins/plan/question';
import { readClipboard } from '../platform/read-clipboard';
import { worker } from '../ui/worker';

export interface Copied {
  /** The copied text without credentials. */
  text: string;
  /** The question to ask instead of sending the text. */
  question: Question | null;
  use: CopiedUse;
}

/** Returns the copied text for the popup that was opened for it; null if the worker cannot be reached. */
export async function readCopied(use: CopiedUse): Promise<Copied | null> {
  const reply = await worker('read copied', { text: readClipboard() ?? '' });
  return reply.ok ? { ...reply.answer, use } : null;
}
