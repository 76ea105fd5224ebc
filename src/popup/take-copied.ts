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

/** Returns the copied text if the popup was opened for it, once; otherwise null. */
export async function takeCopied(): Promise<Copied | null> {
  const reply = await worker('take copied', {});
  if (!reply.ok || !reply.answer) return null;
  const copied = await worker('read copied', { text: readClipboard() ?? '' });
  return copied.ok ? { ...copied.answer, use: reply.answer } : null;
}
