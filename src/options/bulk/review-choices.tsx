import { keyOf, t } from '../../platform/words';
import { durations } from '../../providers/contract/provider';
import { AccountSelect } from '../../ui/account-select';
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
            <AccountSelect
              control={control}
              accounts={accounts.value}
              value={accountId}
              none={t('account_choose')}
              onChange={(id) => choose({ accountId: id })}
            />
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
