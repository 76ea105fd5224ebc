import './row-editor.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Days, durations } from '../../../../providers/contract/provider';
import { AccountSelect } from '../../../../ui/account-select';
import { Field } from '../../../../ui/field';
import { Icon } from '../../../../ui/icon';
import { keyOf, language, t } from '../../../../words/t';
import type { AddManyState } from '../add-many-state';
import { numberCountries } from '../review/number-countries';
import { problemWords } from '../review/problem-text';
import type { ReviewRow } from '../review/review-row';
import { TypedNumberQuestion } from '../review/typed-number-question';
import type { RowEdit } from './row-edit';
import { readTypedChat, type TypedChat } from './typed-chat';

interface Props {
  row: ReviewRow;
  state: AddManyState;
  /** The row is kept or left as it was. */
  onEnd(): void;
}

/** Mends one row. Enter keeps what stands here, Escape leaves the row as it was. Only what is changed is written down. */
export function RowEditor({ row, state, onEnd }: Props) {
  const { accounts, choices, countries, editing, stopEditing, mend, editOf } = state;
  const open = editing.value;
  const place = open?.place ?? 0;
  const shownChat = row.unread.chat?.said ?? (row.chatFrom === 'row' ? (row.chat ?? '') : '');
  const [chat, setChat] = useState(shownChat);
  const [changed, setChanged] = useState<RowEdit>({});
  const [asked, setAsked] = useState<TypedChat | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const accountId = changed.accountId ?? row.accountId;
  const action = changed.action ?? (row.unread.action ? null : (row.action ?? choices.value.action));
  const days = changed.days ?? (row.unread.duration ? null : (row.days ?? choices.value.days));

  useEffect(() => form.current?.querySelector<HTMLElement>(`#edit-${open?.field}`)?.focus(), []);
  useEffect(() => {
    if (open?.isReminded) form.current?.querySelector<HTMLElement>('.button.primary')?.focus();
  }, [open]);
  // A question below the fields must not be out of view.
  useEffect(() => {
    if (asked) form.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);

  const end = () => {
    stopEditing();
    onEnd();
  };
  const keepWith = (edit: RowEdit) => {
    if (Object.keys(edit).length > 0) mend(new Map([[place, edit]]));
    end();
  };
  const keep = () => {
    const isAsked = row.problem === 'chat-country' && Object.keys(changed).length === 0;
    if (chat.trim() === shownChat.trim() && !isAsked) return keepWith(changed);
    const account = accounts.value.filter(({ id }) => id === accountId);
    const own = numberCountries(account, null, null);
    const read = readTypedChat(chat, own.length > 0 ? own : countries.value);
    if (read.kind === 'chat') return keepWith({ ...changed, chat: read.chat });
    // An emptied box takes back what was said here; what the row says itself stands there again.
    if (read.kind === 'empty') return keepWith(editOf(place).chat ? { ...changed, chat: undefined } : changed);
    setAsked(read);
    form.current?.querySelector<HTMLElement>('#edit-chat')?.focus();
  };

  return (
    <form
      ref={form}
      class="row-editor"
      aria-label={t('review_edit_row', row.line.toLocaleString(language()))}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          end();
        } else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
          event.preventDefault();
          keep();
        }
      }}
    >
      <p class="row-editor-head">
        <strong>{row.line.toLocaleString(language())}</strong> <span class="mono">{row.message}</span>
      </p>
      {row.problem && (
        <p class="problem">
          <Icon name="alert" />
          {problemWords(row)}
        </p>
      )}
      <div class="row-editor-fields">
        <Field
          id="edit-chat"
          label={t('chat_label')}
          help={row.chatFrom === 'all' && t('editor_chat_for_all')}
          problem={asked?.kind === 'unread' ? t('editor_chat_unread') : null}
        >
          {(control) => (
            <input
              {...control}
              class="control"
              autocomplete="off"
              spellcheck={false}
              value={chat}
              onInput={(event) => {
                setChat(event.currentTarget.value);
                setAsked(null);
              }}
            />
          )}
        </Field>
        {accounts.value.length > 1 && (
          <Field id="edit-account" label={t('account_label')}>
            {(control) => (
              <AccountSelect
                control={control}
                accounts={accounts.value}
                value={accountId}
                none={t('account_choose')}
                onChange={(id) => id && setChanged({ ...changed, accountId: id })}
              />
            )}
          </Field>
        )}
        <Field id="edit-action" label={t('review_action_label')}>
          {(control) => (
            <Choice
              control={control}
              value={action}
              options={(['pin', 'unpin'] as const).map((each) => [each, t(keyOf(each, 'button'))])}
              onChange={(chosen) => setChanged({ ...changed, action: chosen })}
            />
          )}
        </Field>
        {(action !== 'unpin' || row.unread.duration) && (
          <Field id="edit-duration" label={t('review_duration')}>
            {(control) => (
              <Choice
                control={control}
                value={days === null ? null : (String(days) as `${Days}`)}
                options={durations.map((each) => [`${each}` as const, t(keyOf('days', String(each)))])}
                onChange={(chosen) => setChanged({ ...changed, days: Number(chosen) as Days })}
              />
            )}
          </Field>
        )}
      </div>
      {asked?.kind === 'question' && (
        <TypedNumberQuestion readings={asked.readings} onAnswer={(number) => keepWith({ ...changed, chat: number })} />
      )}
      <p role="alert" class="problem">
        {open?.isReminded && t('editor_first')}
      </p>
      <div class="actions">
        <button type="submit" class="button primary">
          {t('editor_keep')}
        </button>
        <button type="button" class="button" onClick={end}>
          {t('cancel_button')}
        </button>
      </div>
    </form>
  );
}

interface ChoiceProps<Value extends string> {
  control: object;
  /** Null: what the row says cannot be read. */
  value: Value | null;
  options: readonly (readonly [value: Value, words: string])[];
  onChange(value: Value): void;
}

function Choice<Value extends string>({ control, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <select
      {...control}
      class="control"
      value={value ?? ''}
      onChange={({ currentTarget }) => currentTarget.value && onChange(currentTarget.value as Value)}
    >
      {value === null && <option value="">{t('editor_choose')}</option>}
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  );
}
