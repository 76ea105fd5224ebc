import { t } from '../platform/words';
import { Field } from '../ui/field';
import type { PopupState } from './popup-state';

/** Chooses the account; with only one there is nothing to choose. */
export function AccountField({ state, problem }: { state: PopupState; problem: string | null }) {
  const { accounts, account, planned, edit } = state;
  if (accounts.value.length < 2) return null;
  const listed = planned.value.items.length > 1 && !problem;
  const because = planned.value.because === 'named' ? t('account_named') : null;
  return (
    <Field id="account" label={t('account_label')} help={because} problem={problem}>
      {(control) => (
        <select
          {...control}
          class="control"
          value={account.value?.id ?? ''}
          onChange={(event) => edit({ accountId: event.currentTarget.value })}
        >
          {!account.value && <option value="">{t(listed ? 'account_listed' : 'account_choose')}</option>}
          {accounts.value.map(({ id, name, at }) => (
            <option key={id} value={id}>
              {t('account_option', name, at.label)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
