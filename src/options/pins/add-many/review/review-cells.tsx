import { chatName } from '../../../../words/chat-name';
import { keyOf, language, t } from '../../../../words/t';
import type { RowField } from '../editing/row-edits';
import { problemText } from './problem-text';
import type { GridStop, ShownRow } from './review-columns';
import type { ReviewRow } from './review-row';
import { RowQuestion } from './row-question';

/** Returns the field to edit first: the one with the problem, or else the chat. */
export function fieldToEdit({ problem }: ReviewRow): RowField {
  if (problem?.startsWith('account')) return 'account';
  if (problem?.startsWith('action')) return 'action';
  return problem?.startsWith('days') ? 'duration' : 'chat';
}

/** Tells whether an edit can make a row ready. Its message cannot be edited. */
export const isEditable = ({ problem, unread }: ReviewRow): boolean =>
  problem !== 'message-unread' && problem !== 'credential' && !unread.message;

/** Tells whether the row asks which number its chat is. */
export const hasQuestion = ({ problem, readings }: ReviewRow): boolean =>
  problem === 'chat-country' && readings.length > 0;

const problemId = (rowIndex: number): string => `problem-${rowIndex}`;

/** The number of a row, with the checkbox that selects the row. */
export function selectCell({ row, rowIndex, isSelected, onToggle }: ShownRow, stop: GridStop) {
  const isPossible = row.address !== null;
  return (
    <label class="check">
      <input
        {...stop}
        type="checkbox"
        checked={isSelected}
        aria-disabled={!isPossible}
        aria-describedby={row.problem ? problemId(rowIndex) : undefined}
        onClick={(event) => {
          if (!isPossible) event.preventDefault();
        }}
        onChange={() => isPossible && onToggle()}
      />
      {row.lineNumber.toLocaleString(language())}
      <span class="visually-hidden">{row.message}</span>
    </label>
  );
}

export function chatCell({ row: { chat, chatFrom, address, problem, unread } }: ShownRow) {
  const unreadText = problem === 'chat-country' ? chat : unread.chat?.text;
  if (unreadText) return <UnreadText text={unreadText} />;
  // A number without an address may lack its country code, so it is shown as it was written.
  const name = address === null && !chat?.includes('@') ? (chat ?? '') : (chatName(chat) ?? '');
  if (chatFrom === 'all') return <FilledIn text={name} reason={t('review_for_all')} />;
  return chatFrom === 'account' ? <FilledIn text={name} reason={t('review_of_account')} /> : name;
}

export function accountCell({ row: { account, accountFrom, unread } }: ShownRow) {
  if (unread.account) return <UnreadText text={unread.account.text} />;
  if (accountFrom === 'all') return <FilledIn text={account} reason={t('review_for_all')} />;
  if (accountFrom === 'default') return <FilledIn text={account} reason={t('review_default')} />;
  return accountFrom === 'only' ? <FilledIn text={account} reason={t('review_only')} /> : account;
}

export function actionCell({ row, choices }: ShownRow) {
  if (row.unread.action) return <UnreadText text={row.unread.action.text} />;
  const text = t(keyOf(row.action ?? choices.action, 'button'));
  return row.action === null ? <FilledIn text={text} reason={t('review_for_all')} /> : text;
}

export function durationCell({ row, choices }: ShownRow) {
  if (row.unread.duration) return <UnreadText text={row.unread.duration.text} />;
  if ((row.action ?? choices.action) === 'unpin') return '';
  const text = t(keyOf('days', String(row.days ?? choices.days)));
  return row.days === null ? <FilledIn text={text} reason={t('review_for_all')} /> : text;
}

export function problemCell({ row, rowIndex, isSelected, onChange }: ShownRow, stop: GridStop) {
  if (row.problem === null || isSelected) return null;
  return (
    <div id={problemId(rowIndex)}>
      {hasQuestion(row) ? (
        <RowQuestion
          readings={row.readings}
          lineNumber={row.lineNumber}
          stop={stop}
          onAnswer={(chat) => onChange({ chat })}
        />
      ) : (
        problemText(row)
      )}
    </div>
  );
}

export function editCell({ row, edit, onEdit }: ShownRow, stop: GridStop) {
  if (!isEditable(row)) return null;
  return (
    <>
      {Object.values(edit).some((each) => each !== undefined) && <span class="edited">{t('review_edited')}</span>}
      <button
        {...stop}
        type="button"
        class="button quiet"
        aria-label={t('review_edit_row', row.lineNumber.toLocaleString(language()))}
        onClick={() => onEdit(fieldToEdit(row))}
      >
        {t('edit_button')}
      </button>
    </>
  );
}

/** A value that is filled in for a row, with the reason. */
const FilledIn = ({ text, reason }: { text: string; reason: string }) => (
  <span class="filled">
    {text} {text && <small>{reason}</small>}
  </span>
);

/** The text of a cell that cannot be read. */
const UnreadText = ({ text }: { text: string }) => <span class="unread">{t('columns_quoted', text)}</span>;
