import './first-run.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { openOptions } from '../platform/action-button';
import { t } from '../words/t';
import type { PopupState } from './popup-state';

/** The popup before an account is added, or after the last one was deleted. */
export function FirstRun({ state: { form, edit } }: { state: PopupState }) {
  const button = useRef<HTMLButtonElement>(null);
  // The focus may have been in the form, which is gone.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  const open = () => {
    if (form.value.message === '') return openOptions();
    // The options close the popup. The message is kept until there is an account.
    edit({});
    return openOptions('#waiting');
  };
  return (
    <section class="first-run">
      <h2>{t('first_title')}</h2>
      <p class="soft">{t('first_text')}</p>
      <button ref={button} type="button" class="button primary" onClick={open}>
        {t('add_account')}
      </button>
    </section>
  );
}
