import './first-run.css';
import { openOptions } from '../platform/action-button';
import { t } from '../words/t';
import type { PopupState } from './popup-state';

/** The popup before an account is added. */
export function FirstRun({ state: { form, edit } }: { state: PopupState }) {
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
      <button type="button" class="button primary" onClick={open}>
        {t('add_account')}
      </button>
    </section>
  );
}
