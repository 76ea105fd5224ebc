import * as v from 'valibot';
import { readBook } from '../../accounts/account-store';
import { readClean } from '../../accounts/credentials';
import { isNewOffer, putOffer } from '../../accounts/offer-account';
import type { Question } from '../../pins/plan/question';
import { openOptions, openPopup } from '../../platform/action-button';
import { hasClipboardAccess } from '../../platform/clipboard-permission';
import { now } from '../../platform/clock';
import { sessionItem } from '../../platform/stored-item';

/**
 * The ways to use the copied text: `pin` sends it if nothing is missing, `paste` only puts it into the field Message.
 */
export const copiedUses = ['pin', 'paste'] as const;
export type CopiedUse = (typeof copiedUses)[number];

/** The maximum time until the popup opens, in ms. A popup that opens later was opened for something else. */
const popupTimeoutMs = 10_000;
const awaitedPopup = sessionItem(
  'copied',
  v.nullable(v.object({ use: v.picklist(copiedUses), openedAt: v.number() })),
  null,
);

/** Opens the popup for the copied text. Only a page can read the clipboard, not the worker. */
export async function openCopied(use: CopiedUse): Promise<void> {
  await awaitedPopup.update(() => ({ use, openedAt: now() }));
  await openPopup();
}

/**
 * Runs the menu entry **Pin copied message**. Without the permission to read the clipboard, opens the options to ask
 * for it.
 */
export async function pinCopied(): Promise<void> {
  if (await hasClipboardAccess()) await openCopied('pin');
  else await openOptions('#clipboard');
}

/**
 * Returns what the popup was opened to do with the copied text, and forgets it; null if it was opened for something
 * else.
 */
export async function takeCopied(): Promise<CopiedUse | null> {
  let use: CopiedUse | null = null;
  await awaitedPopup.update((stored) => {
    use = stored && now() - stored.openedAt < popupTimeoutMs ? stored.use : null;
    return null;
  });
  return use;
}

/** Returns the copied text without credentials, and the question to ask instead of sending it. */
export async function readCopied(copied: string): Promise<{ text: string; question: Question | null }> {
  const { text, reading, offer } = readClean(copied, await readBook());
  if (text !== '') return { text, question: isNewOffer(offer) ? 'review' : null };
  if (isNewOffer(offer)) await putOffer(offer);
  return { text, question: reading.refusal };
}
