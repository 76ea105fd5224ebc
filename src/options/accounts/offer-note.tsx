import type { WaitingOffer } from '../../accounts/offer-account';
import { providerOf } from '../../providers';
import { Icon } from '../../ui/icon';
import { keyOf, t } from '../../words/t';

/**
 * Names the page that the filled-in credentials are from, and the account, because anyone may have written that text.
 */
export function OfferNote({ offer: { site, providerId, credentials } }: { offer: WaitingOffer }) {
  const openFields = providerOf(providerId).fields.filter(({ name, secret }) => !secret && credentials[name]);
  return (
    <div class="note caution">
      <Icon name="alert" />
      <div class="note-body">
        <p>{site === null ? t('offer_note_text') : t('offer_note_page', site)}</p>
        <p>{t('offer_note_own')}</p>
        {openFields.map(({ name }) => (
          <p key={name}>
            {t(keyOf(providerId, name))}: <span class="mono">{credentials[name]}</span>
          </p>
        ))}
      </div>
    </div>
  );
}
