import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { Logo } from '../ui/logo';
import { t } from '../words/t';
import { AccountForm } from './accounts/account-form';
import { AccountList } from './accounts/account-list';
import type { AccountsState } from './accounts/accounts-state';
import { ClipboardNote } from './accounts/clipboard-note';
import { UnreadableAccountsNote } from './accounts/unreadable-accounts-note';
import { Pins } from './pins/pins';
import type { PinsState } from './pins/pins-state';
import { Settings } from './settings/settings';
import { type View, Views, viewOfHash } from './views';

interface Props {
  state: AccountsState;
  pins: PinsState;
  /** The page's hash, see `openOptions`. */
  view: string;
}

/** The options page: the accounts with the form for one of them, and the pins. */
export function Options({ state, pins, view }: Props) {
  const [place, setPlace] = useState<View>(viewOfHash(view));
  useEffect(() => {
    const go = () => setPlace(viewOfHash(location.hash));
    window.addEventListener('hashchange', go);
    return () => window.removeEventListener('hashchange', go);
  }, []);
  return (
    <>
      <header class="page-head">
        <Logo />
        <span>{t('extension_name')}</span>
        <Views current={place} />
      </header>
      {/* Only hidden: what is typed in a form survives a look at the other view. */}
      <main hidden={place !== 'accounts'}>
        <ClipboardNote view={view} />
        {state.ready.value && <Accounts state={state} />}
      </main>
      {place === 'settings' && (
        <main>
          <Settings />
        </main>
      )}
      {place === 'pins' && <main class="wide">{state.ready.value && <Pins state={pins} />}</main>}
    </>
  );
}

function Accounts({ state }: { state: AccountsState }) {
  const { accounts, editing, news, trouble, waiting, edit } = state;
  const first = accounts.value.length === 0 && !trouble.value;
  const open = editing.value;
  const title = useRef<HTMLHeadingElement>(null);
  const place = `${open ? 'form' : 'list'} ${accounts.value.length}`;
  const before = useRef(place);

  // What had the focus is gone with the form or the deleted account: go on from the top of the list.
  useEffect(() => {
    if (before.current !== place && !open) title.current?.focus();
    before.current = place;
  }, [place, open]);

  return (
    <>
      <div class="title">
        <h1 ref={title} tabIndex={-1}>
          {t('accounts_title')}
        </h1>
        {!first && !open && <AddButton onClick={() => edit('new')} />}
      </div>
      <p role="status" class={news.value ? 'note' : ''}>
        {news.value && <Icon name="check" />}
        {news.value}
      </p>
      {first && waiting && (
        <p class="note">
          <Icon name="clock" />
          {t('account_add_first')}
        </p>
      )}
      {trouble.value && (
        <p role="alert" class="note failed">
          <Icon name="alert" />
          {t(trouble.value)}
        </p>
      )}
      {!open && <UnreadableAccountsNote />}
      {open ? (
        <AccountForm key={open.kind === 'saved' ? open.account.id : 'new'} state={state} editing={open} />
      ) : first ? (
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
