import type { WaitingOffer } from '../../accounts/offer-account';
import { providerOf } from '../../providers';
import { Icon } from '../../ui/icon';
import { keyOf, t } from '../../words/t';

/** Says where the text stood that filled in the account form, and whose account it is: anybody may have written it. */
export function OfferNote({ offer: { site, providerId, credentials } }: { offer: WaitingOffer }) {
  const open = providerOf(providerId).fields.filter(({ name, secret }) => !secret && credentials[name]);
  return (
    <div class="note caution">
      <Icon name="alert" />
      <div class="note-body">
        <p>{site === null ? t('offer_note_text') : t('offer_note_page', site)}</p>
        <p>{t('offer_note_own')}</p>
        {open.map(({ name }) => (
          <p key={name}>
            {t(keyOf(providerId, name))}: <span class="mono">{credentials[name]}</span>
          </p>
        ))}
      </div>
    </div>
  );
}
