import './account-card.css';
import { useRef } from 'preact/hooks';
import type { AccountView } from '../../accounts/account';
import { keyOf, t } from '../../words/t';
import { Tag } from '../tag';
import { AccountHealthNote } from './account-health-note';
import type { AccountsState } from './accounts-state';

interface Props {
  account: AccountView;
  state: AccountsState;
  onDelete(): void;
}

/** A card with the values of one account without its secrets, the reason why it sends nothing now, and its buttons. */
export function AccountCard({ account, state: { edit, markDefault, health }, onDelete }: Props) {
  const { id, name, provider, days, isDefault } = account;
  const title = useRef<HTMLHeadingElement>(null);
  const closure = health.health.value[id];
  return (
    <li class="card account">
      <div class="account-head">
        <div>
          <h2 ref={title} tabIndex={-1}>
            {name} {isDefault && <Tag>{t('default_badge')}</Tag>}
          </h2>
          <p class="soft">{[provider.label, t('account_days', t(keyOf('days', String(days))))].join(' · ')}</p>
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
      </div>
      <div role="status" class="account-health">
        {closure && (
          <AccountHealthNote
            account={account}
            health={closure}
            onFix={() => edit(id)}
            onResume={async () => {
              await health.resume(account);
              // The pressed button disappears with the note.
              title.current?.focus();
            }}
          />
        )}
      </div>
    </li>
  );
}

const openValues = ({ fields }: AccountView): string[] =>
  Object.values(fields).flatMap((field) => (field.kind === 'open' ? [field.value] : []));
