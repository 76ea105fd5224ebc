import './clipboard-note.css';
import { useState } from 'preact/hooks';
import { requestClipboardAccess } from '../../platform/clipboard-permission';
import { Icon } from '../../ui/icon';
import { worker } from '../../ui/worker';
import { t } from '../../words/t';

/** The use of the clipboard, by the request that opened the page. */
const uses: Readonly<Record<string, 'pin' | 'paste'>> = { '#clipboard': 'pin', '#clipboard=paste': 'paste' };

/**
 * Explains why Pushpin reads the clipboard, asks for the permission, and continues in the popup. Empty for other
 * requests.
 */
export function ClipboardNote({ request }: { request: string }) {
  const [isAllowed, setIsAllowed] = useState<boolean | null>(null);
  const use = uses[request];
  if (!use) return null;

  // Chrome asks only during the click, so the request comes before anything is awaited.
  async function allow(purpose: 'pin' | 'paste'): Promise<void> {
    const granted = await requestClipboardAccess();
    setIsAllowed(granted);
    if (granted) await worker('open copied', { use: purpose });
  }

  return (
    <section class="card clipboard" aria-labelledby="clipboard-title">
      <h2 id="clipboard-title">{t('clipboard_title')}</h2>
      <p class="soft">{t('clipboard_text')}</p>
      <p role="status" class={isAllowed ? 'note' : ''}>
        {isAllowed && <Icon name="check" />}
        {isAllowed && t('clipboard_allowed')}
      </p>
      <p role="alert" class={isAllowed === false ? 'note caution' : ''}>
        {isAllowed === false && <Icon name="alert" />}
        {isAllowed === false && t('clipboard_denied')}
      </p>
      {!isAllowed && (
        <button type="button" class="button primary" onClick={() => allow(use)}>
          {t('clipboard_allow')}
        </button>
      )}
    </section>
  );
}
