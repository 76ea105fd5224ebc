import './review-choices.css';
import { useMemo, useRef } from 'preact/hooks';
import { durations } from '../../../../providers/contract/provider';
import { AccountSelect } from '../../../../ui/account-select';
import { Field } from '../../../../ui/field';
import { Segments } from '../../../../ui/segments';
import { keyOf, language, t } from '../../../../words/t';
import type { AddManyState } from '../add-many-state';
import { countRowsWithout } from './rows-without';
import { TypedNumberQuestion } from './typed-number-question';

const actions = ['pin', 'unpin'] as const;

/** What counts for every row that says nothing itself. */
export function ReviewChoices({ state }: { state: AddManyState }) {
  const { accounts, choices, choose, review } = state;
  const { accountId, action, days } = choices.value;
  const { rows, isSent, counts } = review;
  const without = useMemo(() => countRowsWithout(rows.value, isSent, action), [rows.value, counts.value, action]);
  const numbers = [without.account, without.chat, without.action, without.duration].map((each) =>
    each.toLocaleString(language()),
  );
  return (
    <section class="choices-for-all" aria-labelledby="choices-title">
      <h3 id="choices-title">{t('choices_title')}</h3>
      {rows.value.length > 1 && <p class="soft small">{t('choices_counts', ...numbers)}</p>}
      <div class="choices-row">
        {accounts.value.length > 1 && (
          <Field id="bulk-account" label={t('account_label')}>
            {(control) => (
              <AccountSelect
                control={control}
                accounts={accounts.value}
                value={accountId}
                none={t('account_choose')}
                onChange={(id) => choose({ accountId: id || null })}
              />
            )}
          </Field>
        )}
        <ChatForAll state={state} />
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
    </section>
  );
}

/** The chat of rows that name none. */
function ChatForAll({ state: { choices, chatForAll, choose } }: { state: AddManyState }) {
  const read = chatForAll.value;
  const box = useRef<HTMLDivElement>(null);
  return (
    <div class="chat-for-all" ref={box}>
      <Field
        id="bulk-chat"
        label={t('chat_label')}
        help={t('choices_chat_help')}
        problem={read.kind === 'unread' ? t('editor_chat_unread') : null}
      >
        {(control) => (
          <input
            {...control}
            class="control"
            autocomplete="off"
            spellcheck={false}
            value={choices.value.chat}
            onInput={(event) => choose({ chat: event.currentTarget.value })}
          />
        )}
      </Field>
      {read.kind === 'question' && (
        <TypedNumberQuestion
          readings={read.readings}
          onAnswer={(number) => {
            choose({ chat: number });
            // The question is gone, and the button that was pressed with it.
            box.current?.querySelector('input')?.focus();
          }}
        />
      )}
    </div>
  );
}
