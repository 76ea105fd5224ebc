import type { CopiedUse } from '../background/copied';
import { readClipboard } from '../platform/pasteboard';
import { worker } from '../ui/worker';

/**
 * The copied text, where the popup was opened for it, and what becomes of it: `pin` sends it where nothing is missing.
 * Null in any other popup, and the second time.
 */
export async function takeCopied(): Promise<{ text: string; use: CopiedUse } | null> {
  const reply = await worker('take copied', {});
  return reply.ok && reply.answer ? { text: readClipboard() ?? '', use: reply.answer } : null;
}
