import './account-list.css';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { AccountView } from '../../accounts/account';
import { Icon } from '../../ui/icon';
import { t } from '../../words/t';
import { AccountCard } from './account-card';
import type { AccountsState } from './accounts-state';
import { DeleteDialog } from './delete-dialog';

/** All accounts, each with its health. */
export function AccountList({ state }: { state: AccountsState }) {
  const { accounts, health } = state;
  const [toDelete, setToDelete] = useState<AccountView | null>(null);
  useLayoutEffect(() => health.watch(), [health]);
  return (
    <>
      <p class="soft">{t('accounts_intro')}</p>
      <p role="status" class={health.isOnline.value ? '' : 'note caution'}>
        {!health.isOnline.value && <Icon name="clock" />}
        {!health.isOnline.value && t('health_offline')}
      </p>
      <ul class="accounts">
        {accounts.value.map((account) => (
          <AccountCard key={account.id} account={account} state={state} onDelete={() => setToDelete(account)} />
        ))}
      </ul>
      {toDelete && (
        <DeleteDialog account={toDelete} onDelete={() => state.remove(toDelete)} onClose={() => setToDelete(null)} />
      )}
    </>
  );
}
