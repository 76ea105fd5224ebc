import { useState } from 'preact/hooks';
import { openOptions } from '../platform/action-button';
import { hasClipboardAccess } from '../platform/clipboard-permission';
import { readClipboard } from '../platform/read-clipboard';
import { t } from '../words/t';

/**
 * Pastes the copied text into Message. Without the permission to read the clipboard, the options open to ask for the
 * permission, because Chrome's question would close the popup.
 */
export function PasteButton({ onText }: { onText(text: string): void }) {
  const [isEmpty, setIsEmpty] = useState(false);

  async function paste(): Promise<void> {
    if (!(await hasClipboardAccess())) return openOptions('#clipboard=paste');
    const text = readClipboard();
    setIsEmpty(text === null);
    if (text !== null) onText(text);
  }

  return (
    <>
      <span aria-live="polite" class="small soft">
        {isEmpty && t('paste_nothing')}
      </span>
      <button type="button" class="button quiet" onClick={paste}>
        {t('paste_button')}
      </button>
    </>
  );
}
