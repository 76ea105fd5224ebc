import './delete-dialog.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AccountView } from '../../accounts/account';
import { providerOf } from '../../providers';
import { t } from '../../words/t';

interface Props {
  account: AccountView;
  onDelete(): void;
  onClose(): void;
}

/**
 * Asks before an account is deleted. The browser keeps the focus inside the dialog, and returns the focus afterwards.
 */
export function DeleteDialog({ account, onDelete, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="delete-title" onClose={onClose}>
      <h2 id="delete-title">{t('delete_title', account.name)}</h2>
      <p>{t('delete_text', providerOf(account.providerId).label)}</p>
      {/* Cancel comes first, so that it gets the focus. */}
      <div class="actions">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {t('cancel_button')}
        </button>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            dialog.current?.close();
            onDelete();
          }}
        >
          {t('delete_button')}
        </button>
      </div>
    </dialog>
  );
}
