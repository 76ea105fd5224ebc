import { useState } from 'preact/hooks';
import { requestClipboardAccess } from '../../platform/clipboard-permission';
import { Icon } from '../../ui/icon';
import { worker } from '../../ui/worker';
import { t } from '../../words/t';

/** What the clipboard was wanted for when the options were opened at that view. */
const uses: Readonly<Record<string, 'pin' | 'paste'>> = { '#clipboard': 'pin', '#clipboard=paste': 'paste' };

/** Says why Pushpin wants to read the clipboard, asks for it, and goes on in the popup. Nothing in any other view. */
export function ClipboardNote({ view }: { view: string }) {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const use = uses[view];
  if (!use) return null;

  // Chrome only asks inside the click: before anything is awaited.
  async function allow(wanted: 'pin' | 'paste'): Promise<void> {
    const granted = await requestClipboardAccess();
    setAllowed(granted);
    if (granted) await worker('open copied', { use: wanted });
  }

  return (
    <section class="card clipboard" aria-labelledby="clipboard-title">
      <h2 id="clipboard-title">{t('clipboard_title')}</h2>
      <p class="soft">{t('clipboard_text')}</p>
      <p role="status" class={allowed ? 'note' : ''}>
        {allowed && <Icon name="check" />}
        {allowed && t('clipboard_allowed')}
      </p>
      <p role="alert" class={allowed === false ? 'note caution' : ''}>
        {allowed === false && <Icon name="alert" />}
        {allowed === false && t('clipboard_denied')}
      </p>
      {!allowed && (
        <button type="button" class="button primary" onClick={() => allow(use)}>
          {t('clipboard_allow')}
        </button>
      )}
    </section>
  );
}
