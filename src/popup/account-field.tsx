import { AccountSelect } from '../ui/account-select';
import { Field } from '../ui/field';
import { t } from '../words/t';
import type { PopupState } from './popup-state';

/**
 * The field for the account. It is hidden if there is only one account, unless the message belonged to an account that
 * was deleted or may belong to one that cannot be read.
 */
export function AccountField({ state, problem }: { state: PopupState; problem: string | null }) {
  const { accounts, hasUnreadableAccounts, account, popupPlan, form, edit } = state;
  const isDeleted = form.value.accountId !== null && !accounts.value.some(({ id }) => id === form.value.accountId);
  if (accounts.value.length < 2 && !isDeleted && !hasUnreadableAccounts.value) return null;
  const isListed = popupPlan.value.items.length > 1 && !problem;
  return (
    <Field id="account" label={t('account_label')} help={reasonOf(state)} problem={problem}>
      {(control) => (
        <AccountSelect
          control={control}
          accounts={accounts.value}
          value={account.value?.id ?? null}
          placeholder={t(isListed ? 'account_listed' : 'account_choose')}
          onChange={(accountId) => edit({ accountId })}
        />
      )}
    </Field>
  );
}

/** Returns the reason why an account is filled in. */
function reasonOf({ account, popupPlan, form }: PopupState): string | null {
  const { accountReason } = popupPlan.value;
  const { accountId, earlier } = form.value;
  if (!account.value) return null;
  if (accountReason === 'named') return t('account_named');
  if (accountReason === 'only') return t('account_only');
  // An account that the user chose has a reason too, so that the fields below do not move.
  if (accountId !== null) return t(earlier.account ? 'as_for_the_last' : 'chosen_here');
  return t(account.value.isDefault ? 'account_default' : 'account_first');
}
