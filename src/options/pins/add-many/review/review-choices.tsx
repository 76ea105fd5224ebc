import './review-choices.css';
import { useMemo, useRef } from 'preact/hooks';
import { durations } from '../../../../providers/contract/provider';
import { AccountSelect } from '../../../../ui/account-select';
import { Field } from '../../../../ui/field';
import { Segments } from '../../../../ui/segments';
import { keyOf, language, t } from '../../../../words/t';
import type { AddManyState } from '../add-many-state';
import { ChatInput } from './chat-input';
import { countRowsWithout } from './rows-without';
import { TypedNumberQuestion } from './typed-number-question';

const actions = ['pin', 'unpin'] as const;

/** The choices for all rows that have no value of their own. */
export function ReviewChoices({ state }: { state: AddManyState }) {
  const { accounts, choices, setChoices, review } = state;
  const { accountId, action, days } = choices.value;
  const { rows, isSubmitted, counts } = review;
  const without = useMemo(() => countRowsWithout(rows.value, isSubmitted, action), [rows.value, counts.value, action]);
  const numbers = [without.account, without.chat, without.action, without.duration].map((each) =>
    each.toLocaleString(language()),
  );
  return (
    <section class="choices-for-all" aria-labelledby="choices-title">
      <h3 id="choices-title">{t('choices_title')}</h3>
      {rows.value.length > 1 && <p class="soft small">{t('choices_counts', ...numbers)}</p>}
      <div class="choices-row">
        {accounts.value.length > 1 && (
          <Field id="all-account" label={t('account_label')}>
            {(control) => (
              <AccountSelect
                control={control}
                accounts={accounts.value}
                value={accountId}
                placeholder={t('account_choose')}
                onChange={(id) => setChoices({ accountId: id || null })}
              />
            )}
          </Field>
        )}
        <ChatForAll state={state} />
        <Segments
          name="all-action"
          legend={t('review_action_label')}
          options={actions.map((each) => ({ value: each, label: t(keyOf(each, 'button')) }))}
          value={action}
          onChange={(chosen) => setChoices({ action: chosen })}
        />
        <Segments
          name="all-days"
          legend={t('days_label')}
          options={durations.map((each) => ({ value: each, label: t(keyOf('days', String(each))) }))}
          value={days}
          onChange={(chosen) => setChoices({ days: chosen })}
        />
      </div>
    </section>
  );
}

/** The chat for rows without one. */
function ChatForAll({ state: { choices, chatForAll, setChoices } }: { state: AddManyState }) {
  const chatAnswer = chatForAll.value;
  const box = useRef<HTMLDivElement>(null);
  return (
    <div class="chat-for-all" ref={box}>
      <ChatInput
        id="all-chat"
        value={choices.value.chat}
        help={t('choices_chat_help')}
        isUnread={chatAnswer.kind === 'unread'}
        onChange={(value) => setChoices({ chat: value })}
      />
      {chatAnswer.kind === 'question' && (
        <TypedNumberQuestion
          readings={chatAnswer.readings}
          onAnswer={(number) => {
            setChoices({ chat: number });
            // The pressed button disappears with the question, so the focus moves to the text box.
            box.current?.querySelector('input')?.focus();
          }}
        />
      )}
    </div>
  );
}
