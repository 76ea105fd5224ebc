import * as v from 'valibot';
import { readBook } from '../../accounts/account-store';
import { readClean } from '../../accounts/credentials';
import { intent } from '../../platform/handle-messages';
import { pageText } from '../triggers/page-text';
import { copiedUses, openCopied, readCopied } from '../triggers/pin-copied';

/** What the popup asks about the page in the active tab, and what both popup and options ask about the clipboard. */
export const pageIntents = {
  /** Returns the page's selection if it names a message, without credentials. Chrome allows this after a click on the icon. */
  'page text': intent(v.object({}), async (): Promise<string | null> => {
    const text = await pageText();
    return text === null ? null : readClean(text, await readBook()).text || null;
  }),

  'open copied': intent(v.object({ use: v.picklist(copiedUses) }), ({ use }) => openCopied(use)),

  'read copied': intent(v.object({ text: v.string() }), ({ text }) => readCopied(text)),
};
