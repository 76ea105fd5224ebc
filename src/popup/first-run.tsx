import { openOptions } from '../platform/toolbar';
import { t } from '../platform/words';

/** What the popup says before there is an account. */
export function FirstRun() {
  return (
    <section class="first-run">
      <h2>{t('first_title')}</h2>
      <p class="soft">{t('first_text')}</p>
      <button type="button" class="button primary" onClick={() => openOptions()}>
        {t('add_account')}
      </button>
    </section>
  );
}
