import * as v from 'valibot';
import { readBook } from '../../accounts/account-store';
import { readClean } from '../../accounts/credentials';
import { intent } from '../../platform/handle-messages';
import { pageText } from '../triggers/page-text';
import { copiedUses, openCopied, readCopied } from '../triggers/pin-copied';

/** The intents about the page in the active tab, for the popup, and about the clipboard, for popup and options. */
export const pageIntents = {
  /** Returns the page's selection if it names a message, without credentials. Chrome allows this after a click on the icon. */
  'page text': intent(v.object({}), async (): Promise<string | null> => {
    const text = await pageText();
    return text === null ? null : readClean(text, await readBook()).text || null;
  }),

  'open copied': intent(v.object({ use: v.picklist(copiedUses) }), ({ use }) => openCopied(use)),

  'read copied': intent(v.object({ text: v.string() }), ({ text }) => readCopied(text)),
};
