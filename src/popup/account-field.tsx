import { AccountSelect } from '../ui/account-select';
import { Field } from '../ui/field';
import { t } from '../words/t';
import type { PopupState } from './popup-state';

/** Chooses the account; with only one there is nothing to choose, unless the message was another's that is gone. */
export function AccountField({ state, problem }: { state: PopupState; problem: string | null }) {
  const { accounts, account, planned, form, edit } = state;
  const isGone = form.value.accountId !== null && !accounts.value.some(({ id }) => id === form.value.accountId);
  if (accounts.value.length < 2 && !isGone) return null;
  const listed = planned.value.items.length > 1 && !problem;
  return (
    <Field id="account" label={t('account_label')} help={reasonOf(state)} problem={problem}>
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

/** Why that account stands there, where the user has not chosen it for this message. */
function reasonOf({ account, planned, form }: PopupState): string | null {
  const { because } = planned.value;
  const { accountId, earlier } = form.value;
  if (!account.value) return null;
  if (because === 'named') return t('account_named');
  if (because === 'only') return t('account_only');
  // Said, too, where it is the user's own: the line is always there, and nothing below it jumps.
  if (accountId !== null) return t(earlier.account ? 'as_for_the_last' : 'chosen_here');
  return t(account.value.isDefault ? 'account_default' : 'account_first');
}
