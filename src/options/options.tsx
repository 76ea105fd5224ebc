import './options.css';
import { Logo } from '../ui/logo';
import { t } from '../words/t';
import { Accounts } from './accounts/accounts';
import type { AccountsState } from './accounts/accounts-state';
import { ClipboardNote } from './accounts/clipboard-note';
import type { OptionsLocation } from './options-location';
import { Pins } from './pins/pins';
import type { PinsState } from './pins/pins-state';
import { Settings } from './settings/settings';
import { ViewLinks } from './view-links';

interface Props {
  accounts: AccountsState;
  pins: PinsState;
  location: OptionsLocation;
}

/** The options page with its three views: accounts, pins and settings. */
export function Options({ accounts, pins, location: { view, request } }: Props) {
  const current = view.value;
  const isReady = accounts.isReady.value;
  return (
    <>
      <header class="page-head">
        <Logo />
        <span>{t('extension_name')}</span>
        <ViewLinks current={current} />
      </header>
      {/* Views are hidden instead of removed, so that a form keeps its input while another view is open. */}
      <main hidden={current !== 'accounts'}>
        <ClipboardNote request={request.value} />
        {isReady && <Accounts state={accounts} />}
      </main>
      {current === 'settings' && (
        <main>
          <Settings />
        </main>
      )}
      {current === 'pins' && <main class="wide">{isReady && <Pins state={pins} />}</main>}
    </>
  );
}
