import type { AccountView } from '../../accounts/account';
import { Icon } from '../../ui/icon';
import { describeFailure, timeInWords } from '../../words/describe';
import { keyOf, t } from '../../words/t';
import type { AccountHealth } from './account-health-state';

interface Props {
  account: AccountView;
  health: AccountHealth;
  onFix(): void;
  onResume(): void;
}

/** Explains on the card of an account why the account sends nothing now, and what the user can do. */
export function AccountHealthNote({ account: { name, provider }, health, onFix, onResume }: Props) {
  const { reason, until, failure, isPausedAgain } = health;
  const time = until === null ? '' : timeInWords(until);
  return (
    <div class={until === null ? 'note failed' : 'note caution'}>
      <Icon name={until === null ? 'alert' : 'clock'} />
      <div class="note-body">
        {isPausedAgain && <p>{t('health_paused_again')}</p>}
        {failure && <p>{t(...describeFailure(failure, { accountName: name, provider }))}</p>}
        <p>{t(keyOf('health', reason), provider.label, time)}</p>
        <div class="actions">
          {reason === 'unauthorized' && (
            <button type="button" class="button" aria-label={t('health_fix_of', name)} onClick={onFix}>
              {t('health_fix')}
            </button>
          )}
          {reason === 'permission' && (
            <button type="button" class="button" aria-label={t('health_allow_of', name)} onClick={onResume}>
              {t('health_allow')}
            </button>
          )}
          {/* A rate limit ends at a known time. A call before then would only be refused. */}
          {reason !== 'permission' && reason !== 'limit' && (
            <button type="button" class="button" aria-label={t('health_resume_of', name)} onClick={onResume}>
              {t('health_resume')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
