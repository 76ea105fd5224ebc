import { type Connection, viewOfProvider } from '../../providers';
import { FailureNote } from '../../ui/failure-note';
import { Icon } from '../../ui/icon';
import { t } from '../../words/t';
import type { AccountFormState } from './account-form-state';

/** What a test or a save found out. Both live regions are always there, else screen readers miss the first words. */
export function ConnectionRegion({ form }: { form: AccountFormState }) {
  const found = form.found.value;
  return (
    <div class="connection">
      <div role="status">{found?.kind === 'connected' && <Connected displayName={found.displayName} />}</div>
      <div role="alert">
        {form.trouble.value && (
          <div class="note failed">
            <Icon name="alert" />
            <p>{t(form.trouble.value)}</p>
          </div>
        )}
        {found && found.kind !== 'connected' && <NotConnected form={form} found={found} />}
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

function NotConnected({ form, found }: { form: AccountFormState; found: Exclude<Connection, { kind: 'connected' }> }) {
  const { draft, record, unsaved, save } = form;
  const anyway = unsaved.value && (
    <>
      <p>{t('not_saved')}</p>
      <button type="button" class="button" onClick={() => save(true)}>
        {t('save_anyway')}
      </button>
    </>
  );
  if (found.kind !== 'disconnected') {
    return (
      <FailureNote
        failure={found}
        context={{ accountName: draft.value.name || t('this_account'), provider: viewOfProvider(record.value) }}
      >
        {anyway}
      </FailureNote>
    );
  }
  return (
    <div class="note caution">
      <Icon name="alert" />
      <div class="note-body">
        <p>{t('disconnected', record.value.label)}</p>
        {found.detail && <p class="small soft">{t('detail_says', record.value.label, found.detail)}</p>}
        {anyway}
      </div>
    </div>
  );
}
