import * as v from 'valibot';
import { readBook } from '../../accounts/account-store';
import { readClean } from '../../accounts/credentials';
import { putOffer } from '../../accounts/offer-account';
import type { Question } from '../../pins/plan/plan';
import { openOptions, openPopup } from '../../platform/action-button';
import { mayReadClipboard } from '../../platform/clipboard-permission';
import { now } from '../../platform/clock';
import { storedItem } from '../../platform/stored-item';

/** What becomes of the copied text in the popup: it is sent where nothing is missing, or only put into Message. */
export const copiedUses = ['pin', 'paste'] as const;
export type CopiedUse = (typeof copiedUses)[number];

/** How long a popup may take to open, in ms. One that opens later was opened for something else. */
const popupTimeoutMs = 10_000;
const waiting = storedItem(
  'session',
  'copied',
  v.nullable(v.object({ use: v.picklist(copiedUses), at: v.number() })),
  null,
);

/** Opens the popup on the copied text. Only a page can read the clipboard, never the worker. */
export async function openCopied(use: CopiedUse): Promise<void> {
  await waiting.update(() => ({ use, at: now() }));
  await openPopup();
}

/** The gesture **Pin copied message**. Where the clipboard is closed to us, the options ask for it first. */
export async function pinCopied(): Promise<void> {
  if (await mayReadClipboard()) await openCopied('pin');
  else await openOptions('#clipboard');
}

/** Whether the popup was opened for the copied text, told once. */
export async function takeCopied(): Promise<CopiedUse | null> {
  let taken: CopiedUse | null = null;
  await waiting.update((asked) => {
    taken = asked && now() - asked.at < popupTimeoutMs ? asked.use : null;
    return null;
  });
  return taken;
}

/** What the popup puts into Message of the copied text, and what it says instead of using it; see `gesture`. */
export async function readCopied(whole: string): Promise<{ text: string; question: Question | null }> {
  const { text, reading, offer } = readClean(whole, await readBook());
  const isUnsaved = offer !== null && offer !== 'known';
  if (text !== '') return { text, question: isUnsaved ? 'review' : null };
  if (isUnsaved) await putOffer(offer);
  return { text, question: reading.refusal };
}
