import { t } from '../platform/words';
import { AccountSelect } from '../ui/account-select';
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
        <AccountSelect
          control={control}
          accounts={accounts.value}
          value={account.value?.id ?? null}
          none={t(listed ? 'account_listed' : 'account_choose')}
          onChange={(accountId) => edit({ accountId })}
        />
      )}
    </Field>
  );
}
