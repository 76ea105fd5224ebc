import { useState } from 'preact/hooks';
import { openOptions } from '../platform/action-button';
import { hasClipboardAccess } from '../platform/clipboard-permission';
import { readClipboard } from '../platform/read-clipboard';
import { t } from '../words/t';

/** Puts the copied text into Message. Where the clipboard is closed to us, the options ask for it: here that would close the popup. */
export function PasteButton({ onText }: { onText(text: string): void }) {
  const [empty, setEmpty] = useState(false);

  async function paste(): Promise<void> {
    if (!(await hasClipboardAccess())) return openOptions('#clipboard=paste');
    const text = readClipboard();
    setEmpty(text === null);
    if (text !== null) onText(text);
  }

  return (
    <>
      <span aria-live="polite" class="small soft">
        {empty && t('paste_nothing')}
      </span>
      <button type="button" class="button quiet" onClick={paste}>
        {t('paste_button')}
      </button>
    </>
  );
}
