import { t } from '../platform/words';
import { provider } from '../providers';
import { Field } from '../ui/field';
import type { PopupState } from './popup-state';

/** Chooses the account; with only one there is nothing to choose. */
export function AccountField({ state, problem }: { state: PopupState; problem: string | null }) {
  const { accounts, account, edit } = state;
  if (accounts.value.length < 2) return null;
  return (
    <Field id="account" label={t('account_label')} problem={problem}>
      {(control) => (
        <select
          {...control}
          class="control"
          value={account.value?.id ?? ''}
          onChange={(event) => edit({ accountId: event.currentTarget.value })}
        >
          {!account.value && <option value="">{t('account_choose')}</option>}
          {accounts.value.map(({ id, name, provider: providerId }) => (
            <option key={id} value={id}>
              {t('account_option', name, provider(providerId).label)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
