import { useState } from 'preact/hooks';
import type { AccountView } from '../../accounts/account';
import { providerOf } from '../../providers';
import { keyOf, t } from '../../words/t';
import type { AccountsState } from './accounts-state';
import { DeleteDialog } from './delete-dialog';

export function AccountList({ state }: { state: AccountsState }) {
  const [doomed, setDoomed] = useState<AccountView | null>(null);
  return (
    <>
      <p class="soft">{t('accounts_intro')}</p>
      <ul class="accounts">
        {state.accounts.value.map((account) => (
          <AccountCard key={account.id} account={account} state={state} onDelete={() => setDoomed(account)} />
        ))}
      </ul>
      {doomed && (
        <DeleteDialog account={doomed} onDelete={() => state.remove(doomed)} onClose={() => setDoomed(null)} />
      )}
    </>
  );
}

interface CardProps {
  account: AccountView;
  state: AccountsState;
  onDelete(): void;
}

function AccountCard({ account, state: { edit, markDefault }, onDelete }: CardProps) {
  const { id, name, isDefault } = account;
  return (
    <li class="card account">
      <div>
        <h2>
          {name} {isDefault && <span class="badge">{t('default_badge')}</span>}
        </h2>
        <p class="soft">{[providerOf(account.providerId).label, t(keyOf('days', String(account.days)))].join(' · ')}</p>
        {openValues(account).map((value) => (
          <p key={value} class="soft mono">
            {value}
          </p>
        ))}
      </div>
      <div class="control-row">
        <button
          type="button"
          class="button quiet"
          aria-label={t(isDefault ? 'default_unmark_of' : 'default_of', name)}
          onClick={() => markDefault(isDefault ? null : id)}
        >
          {t(isDefault ? 'default_unmark' : 'default_mark')}
        </button>
        <button type="button" class="button quiet" aria-label={t('edit_of', name)} onClick={() => edit(id)}>
          {t('edit_button')}
        </button>
        <button type="button" class="button quiet" aria-label={t('delete_of', name)} onClick={onDelete}>
          {t('delete_button')}
        </button>
      </div>
    </li>
  );
}

function openValues({ fields }: AccountView): string[] {
  return Object.values(fields).flatMap((field) => (field.kind === 'open' ? [field.value] : []));
}
