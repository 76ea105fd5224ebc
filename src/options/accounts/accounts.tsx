import './accounts.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../ui/icon';
import { t } from '../../words/t';
import { AccountForm } from './account-form';
import { AccountList } from './account-list';
import type { AccountsState } from './accounts-state';
import { UnreadableAccountsNote } from './unreadable-accounts-note';

/** The view of the accounts: the list, or the form for one of them. */
export function Accounts({ state }: { state: AccountsState }) {
  const { accounts, formTarget, notice, errorKey, hasWaitingMessage, edit } = state;
  const hasNone = accounts.value.length === 0 && !errorKey.value;
  const target = formTarget.value;
  const title = useRef<HTMLHeadingElement>(null);
  const content = `${target ? 'form' : 'list'} ${accounts.value.length}`;
  const lastContent = useRef(content);

  // The focused element was removed with the form or the deleted account, so the focus moves to the top of the list.
  useLayoutEffect(() => {
    if (lastContent.current !== content && !target) title.current?.focus();
    lastContent.current = content;
  }, [content, target]);

  return (
    <>
      <div class="title">
        <h1 ref={title} tabIndex={-1}>
          {t('accounts_title')}
        </h1>
        {!hasNone && !target && <AddButton onClick={() => edit('new')} />}
      </div>
      <p role="status" class={notice.value ? 'note' : ''}>
        {notice.value && <Icon name="check" />}
        {notice.value}
      </p>
      {hasNone && hasWaitingMessage.value && (
        <p class="note">
          <Icon name="clock" />
          {t('account_add_first')}
        </p>
      )}
      {errorKey.value && (
        <p role="alert" class="note failed">
          <Icon name="alert" />
          {t(errorKey.value)}
        </p>
      )}
      {!target && <UnreadableAccountsNote />}
      {target ? (
        <AccountForm key={target.kind === 'saved' ? target.account.id : 'new'} state={state} target={target} />
      ) : hasNone ? (
        <Welcome onAdd={() => edit('new')} />
      ) : (
        <AccountList state={state} />
      )}
    </>
  );
}

function Welcome({ onAdd }: { onAdd(): void }) {
  return (
    <section class="card welcome">
      <h2>{t('welcome_title')}</h2>
      <p class="soft">{t('welcome_text')}</p>
      <AddButton onClick={onAdd} />
    </section>
  );
}

const AddButton = ({ onClick }: { onClick(): void }) => (
  <button type="button" class="button primary" onClick={onClick}>
    {t('add_account')}
  </button>
);
