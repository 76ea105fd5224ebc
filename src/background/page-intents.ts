import * as v from 'valibot';
import { intent } from '../platform/messages';
import { copiedUses, openCopied, takeCopied } from './copied';
import { pageText } from './page-text';

/** What the popup asks about the page below it and the clipboard, and the options about the latter. */
export const pageIntents = {
  /** The page's selection where it names a message. Chrome lets us look after a click on the toolbar icon. */
  'page text': intent(v.object({}), pageText),

  'open copied': intent(v.object({ use: v.picklist(copiedUses) }), ({ use }) => openCopied(use)),

  'take copied': intent(v.object({}), takeCopied),
};
