import './connection-region.css';
import { type Connection, viewOfProvider } from '../../providers';
import { FailureNote } from '../../ui/failure-note';
import { Icon } from '../../ui/icon';
import { t } from '../../words/t';
import type { AccountFormState } from './account-form-state';

/** The result of a test or a save. Both live regions always exist: screen readers miss the text of new ones. */
export function ConnectionRegion({ form }: { form: AccountFormState }) {
  const connection = form.connection.value;
  return (
    <div class="connection">
      <div role="status">{connection?.kind === 'connected' && <Connected displayName={connection.displayName} />}</div>
      <div role="alert">
        {form.errorKey.value && (
          <div class="note failed">
            <Icon name="alert" />
            <p>{t(form.errorKey.value)}</p>
          </div>
        )}
        {connection && connection.kind !== 'connected' && <NotConnected form={form} connection={connection} />}
      </div>
    </div>
  );
}

const Connected = ({ displayName }: { displayName: string | null }) => (
  <div class="note">
    <Icon name="check" />
    <p>{displayName ? t('connected_as', displayName) : t('connected')}</p>
  </div>
);

interface NotConnectedProps {
  form: AccountFormState;
  connection: Exclude<Connection, { kind: 'connected' }>;
}

function NotConnected({ form, connection }: NotConnectedProps) {
  const { draft, provider, canSaveAnyway, save } = form;
  const saveAnyway = canSaveAnyway.value && (
    <>
      <p>{t('not_saved')}</p>
      <button type="button" class="button" onClick={() => save(true)}>
        {t('save_anyway')}
      </button>
    </>
  );
  if (connection.kind !== 'disconnected') {
    return (
      <FailureNote
        failure={connection}
        context={{ accountName: draft.value.name || t('this_account'), provider: viewOfProvider(provider.value) }}
      >
        {saveAnyway}
      </FailureNote>
    );
  }
  return (
    <div class="note caution">
      <Icon name="alert" />
      <div class="note-body">
        <p>{t('disconnected', provider.value.label)}</p>
        {connection.detail && <p class="small soft">{t('detail_says', provider.value.label, connection.detail)}</p>}
        {saveAnyway}
      </div>
    </div>
  );
}
