import type { AccountView } from '../../../../accounts/account';
import { type Days, durations } from '../../../../providers/contract/provider';
import { AccountSelect } from '../../../../ui/account-select';
import { type ControlProps, Field } from '../../../../ui/field';
import { keyOf, t } from '../../../../words/t';
import { ChatInput } from '../review/chat-input';
import type { ReviewRow } from '../review/review-row';
import type { RowDraft } from './use-row-draft';

interface Props {
  row: ReviewRow;
  draft: RowDraft;
  accounts: readonly AccountView[];
}

/** The fields of the row editor. */
export function RowEditorFields({ row, draft, accounts }: Props) {
  const { chat, accountId, action, days, chatProblem, setChat, change } = draft;
  return (
    <div class="row-editor-fields">
      <ChatInput
        id="edit-chat"
        value={chat}
        help={row.chatFrom === 'all' && t('editor_chat_for_all')}
        isUnread={chatProblem?.kind === 'unread'}
        onChange={setChat}
      />
      {accounts.length > 1 && (
        <Field id="edit-account" label={t('account_label')}>
          {(control) => (
            <AccountSelect
              control={control}
              accounts={accounts}
              value={accountId}
              placeholder={t('account_choose')}
              onChange={(id) => id && change({ accountId: id })}
            />
          )}
        </Field>
      )}
      <Field id="edit-action" label={t('review_action_label')}>
        {(control) => (
          <ValueSelect
            control={control}
            value={action}
            options={(['pin', 'unpin'] as const).map((each) => [each, t(keyOf(each, 'button'))])}
            onChange={(chosen) => change({ action: chosen })}
          />
        )}
      </Field>
      {(action !== 'unpin' || row.unread.duration) && (
        <Field id="edit-duration" label={t('review_duration')}>
          {(control) => (
            <ValueSelect
              control={control}
              value={days === null ? null : (String(days) as `${Days}`)}
              options={durations.map((each) => [`${each}` as const, t(keyOf('days', String(each)))])}
              onChange={(chosen) => change({ days: Number(chosen) as Days })}
            />
          )}
        </Field>
      )}
    </div>
  );
}

interface ValueSelectProps<Value extends string> {
  control: ControlProps;
  /** The chosen value; null if the cell cannot be read. */
  value: Value | null;
  options: readonly (readonly [value: Value, label: string])[];
  onChange(value: Value): void;
}

function ValueSelect<Value extends string>({ control, value, options, onChange }: ValueSelectProps<Value>) {
  return (
    <select
      {...control}
      class="control"
      value={value ?? ''}
      onChange={({ currentTarget }) => currentTarget.value && onChange(currentTarget.value as Value)}
    >
      {value === null && <option value="">{t('editor_choose')}</option>}
      {options.map(([each, label]) => (
        <option key={each} value={each}>
          {label}
        </option>
      ))}
    </select>
  );
}
