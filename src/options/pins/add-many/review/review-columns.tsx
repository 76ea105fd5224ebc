import type { ComponentChildren } from 'preact';
import { chatName } from '../../../../words/chat-name';
import { keyOf, language, t } from '../../../../words/t';
import type { RowField } from '../add-many-state';
import type { RowEdit } from '../editing/row-edit';
import { problemWords } from './problem-text';
import type { ReviewRow } from './review-row';
import type { Choices } from './review-state';
import { RowQuestion } from './row-question';

/** A row as it stands in the table. */
export interface ShownRow {
  row: ReviewRow;
  place: number;
  isTaken: boolean;
  choices: Choices;
  /** What the user has said of it. */
  edit: RowEdit;
  onToggle(): void;
  onEdit(field: RowField): void;
  onMend(change: RowEdit): void;
}

/** What a control inside a cell needs so that the arrow keys find it, and so that Tab finds only one of them. */
export interface GridStop {
  tabIndex: number;
  'data-column': string;
}

export interface ReviewColumn {
  key: string;
  head: () => string;
  class: string;
  /** The field that Enter and F2 open. */
  field?: RowField;
  /** Whether the cell has a control, which has the focus in its place. */
  hasControl?: (shown: ShownRow) => boolean;
  cell: (shown: ShownRow, stop: GridStop) => ComponentChildren;
}

/** The columns of the review, in their order. */
export const reviewColumns: readonly ReviewColumn[] = [
  { key: 'row', head: () => t('review_row'), class: 'cell-row', hasControl: () => true, cell: rowCell },
  { key: 'message', head: () => t('message_label'), class: 'cell-message', cell: ({ row }) => row.message },
  { key: 'chat', head: () => t('chat_label'), class: 'cell-chat', field: 'chat', cell: chatCell },
  { key: 'account', head: () => t('account_label'), class: 'cell-account', field: 'account', cell: accountCell },
  { key: 'action', head: () => t('review_action_label'), class: 'cell-action', field: 'action', cell: actionCell },
  { key: 'duration', head: () => t('review_duration'), class: 'cell-duration', field: 'duration', cell: durationCell },
  {
    key: 'problem',
    head: () => t('review_problem'),
    class: 'cell-problem',
    hasControl: ({ row }) => row.problem === 'chat-country' && row.readings.length > 0,
    cell: problemCell,
  },
  {
    key: 'edit',
    head: () => t('edit_button'),
    class: 'cell-edit',
    hasControl: ({ row }) => isMendable(row),
    cell: editCell,
  },
];

/** The field that is about a row's problem, else its chat. */
export function fieldOf({ problem }: ReviewRow): RowField {
  if (problem?.startsWith('account')) return 'account';
  if (problem?.startsWith('action')) return 'action';
  return problem?.startsWith('days') ? 'duration' : 'chat';
}

/** Whether anything that can be changed in a row would make it ready: its message cannot be. */
export const isMendable = ({ problem, unread }: ReviewRow): boolean =>
  problem !== 'message-unread' && problem !== 'credential' && !unread.message;

const problemId = (place: number): string => `problem-${place}`;

function rowCell({ row, place, isTaken, onToggle }: ShownRow, stop: GridStop) {
  const isPossible = row.address !== null;
  return (
    <label class="check">
      <input
        {...stop}
        type="checkbox"
        checked={isTaken}
        aria-disabled={!isPossible}
        aria-describedby={row.problem ? problemId(place) : undefined}
        onClick={(event) => {
          if (!isPossible) event.preventDefault();
        }}
        onChange={() => isPossible && onToggle()}
      />
      {row.line.toLocaleString(language())}
      <span class="hidden">{row.message}</span>
    </label>
  );
}

function chatCell({ row: { chat, chatFrom, address, problem, unread } }: ShownRow) {
  const said = problem === 'chat-country' ? chat : unread.chat?.said;
  if (said) return <Unread said={said} />;
  // A number that is not sent anywhere yet stands as it was written: it need not be international.
  const name = address === null && !chat?.includes('@') ? (chat ?? '') : (chatName(chat) ?? '');
  if (chatFrom === 'all') return <Filled words={name} why={t('review_for_all')} />;
  return chatFrom === 'account' ? <Filled words={name} why={t('review_of_account')} /> : name;
}

function accountCell({ row: { account, accountFrom, unread } }: ShownRow) {
  if (unread.account) return <Unread said={unread.account.said} />;
  if (accountFrom === 'all') return <Filled words={account} why={t('review_for_all')} />;
  if (accountFrom === 'default') return <Filled words={account} why={t('review_default')} />;
  return accountFrom === 'only' ? <Filled words={account} why={t('review_only')} /> : account;
}

function actionCell({ row, choices }: ShownRow) {
  if (row.unread.action) return <Unread said={row.unread.action.said} />;
  const words = t(keyOf(row.action ?? choices.action, 'button'));
  return row.action === null ? <Filled words={words} why={t('review_for_all')} /> : words;
}

function durationCell({ row, choices }: ShownRow) {
  if (row.unread.duration) return <Unread said={row.unread.duration.said} />;
  if ((row.action ?? choices.action) === 'unpin') return '';
  const words = t(keyOf('days', String(row.days ?? choices.days)));
  return row.days === null ? <Filled words={words} why={t('review_for_all')} /> : words;
}

function problemCell({ row, place, isTaken, onMend }: ShownRow, stop: GridStop) {
  if (row.problem === null || isTaken) return null;
  return (
    <div id={problemId(place)}>
      {row.problem === 'chat-country' && row.readings.length > 0 ? (
        <RowQuestion readings={row.readings} line={row.line} stop={stop} onAnswer={(chat) => onMend({ chat })} />
      ) : (
        problemWords(row)
      )}
    </div>
  );
}

function editCell({ row, edit, onEdit }: ShownRow, stop: GridStop) {
  if (!isMendable(row)) return null;
  return (
    <>
      {Object.values(edit).some((each) => each !== undefined) && <span class="edited">{t('review_edited')}</span>}
      <button
        {...stop}
        type="button"
        class="button quiet"
        aria-label={t('review_edit_row', row.line.toLocaleString(language()))}
        onClick={() => onEdit(fieldOf(row))}
      >
        {t('edit_button')}
      </button>
    </>
  );
}

/** What the row did not say itself, and why it stands there. */
const Filled = ({ words, why }: { words: string; why: string }) => (
  <span class="filled">
    {words} {words && <small>{why}</small>}
  </span>
);

/** What a cell says that cannot be read. */
const Unread = ({ said }: { said: string }) => <span class="unread">{t('columns_quoted', said)}</span>;
