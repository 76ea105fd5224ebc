import { keyOf, t } from '../../platform/words';
import { durations } from '../../providers/contract/provider';
import { Field } from '../../ui/field';
import { Segments } from '../../ui/segments';
import type { BulkState } from './bulk-state';

const actions = ['pin', 'unpin'] as const;

/** What counts for every row that says nothing itself. */
export function ReviewChoices({ state: { accounts, choices, choose } }: { state: BulkState }) {
  const { accountId, action, days } = choices.value;
  return (
    <div class="choices-row">
      {accounts.value.length > 1 && (
        <Field id="bulk-account" label={t('account_label')} help={t('review_account_help')}>
          {(control) => (
            <select
              {...control}
              class="control"
              value={accountId ?? ''}
              onChange={(event) => choose({ accountId: event.currentTarget.value || null })}
            >
              {accountId === null && <option value="">{t('account_choose')}</option>}
              {accounts.value.map(({ id, name, at }) => (
                <option key={id} value={id}>
                  {t('account_option', name, at.label)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Segments
        name="bulk-action"
        legend={t('review_action_label')}
        options={actions.map((each) => ({ value: each, label: t(keyOf(each, 'button')) }))}
        value={action}
        onChange={(chosen) => choose({ action: chosen })}
      />
      <Segments
        name="bulk-days"
        legend={t('days_label')}
        options={durations.map((each) => ({ value: each, label: t(keyOf('days', String(each))) }))}
        value={days}
        onChange={(chosen) => choose({ days: chosen })}
      />
    </div>
  );
}
