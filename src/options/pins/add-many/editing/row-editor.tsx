import './row-editor.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../../../ui/icon';
import { language, t } from '../../../../words/t';
import type { AddManyState } from '../add-many-state';
import { problemText } from '../review/problem-text';
import type { ReviewRow } from '../review/review-row';
import { TypedNumberQuestion } from '../review/typed-number-question';
import type { RowEdit } from './row-edit';
import { RowEditorFields } from './row-editor-fields';
import { useRowDraft } from './use-row-draft';

interface Props {
  row: ReviewRow;
  state: AddManyState;
  onEnd(): void;
}

/** The editor of one row. Enter keeps the changes, Escape drops them. */
export function RowEditor({ row, state, onEnd }: Props) {
  const { openEditor, closeEditor, changeRows } = state;
  const editor = openEditor.value;
  const rowIndex = editor?.rowIndex ?? 0;
  const draft = useRowDraft(row, rowIndex, state);
  const form = useRef<HTMLFormElement>(null);
  const lineNumber = row.lineNumber.toLocaleString(language());

  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>(`#edit-${editor?.field}`)?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useLayoutEffect(() => {
    if (editor?.isReminded) form.current?.querySelector<HTMLElement>('.button.primary')?.focus();
  }, [editor]);
  // Scrolls to the question below the fields.
  useLayoutEffect(() => {
    if (draft.chatProblem) form.current?.scrollIntoView({ block: 'nearest' });
  }, [draft.chatProblem]);

  const end = () => {
    closeEditor();
    onEnd();
  };
  const keep = (edit: RowEdit | null) => {
    if (edit === null) {
      form.current?.querySelector<HTMLElement>('#edit-chat')?.focus();
      return;
    }
    if (Object.keys(edit).length > 0) changeRows(new Map([[rowIndex, edit]]));
    end();
  };

  return (
    <form
      ref={form}
      class="row-editor"
      aria-label={t('review_edit_row', lineNumber)}
      onSubmit={(event) => {
        event.preventDefault();
        keep(draft.finish());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          end();
        } else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
          event.preventDefault();
          keep(draft.finish());
        }
      }}
    >
      <p class="row-editor-head">
        <strong>{lineNumber}</strong> <span class="mono">{row.message}</span>
      </p>
      {row.problem && (
        <p class="problem">
          <Icon name="alert" />
          {problemText(row)}
        </p>
      )}
      <RowEditorFields row={row} draft={draft} accounts={state.accounts.value} />
      {draft.chatProblem?.kind === 'question' && (
        <TypedNumberQuestion
          readings={draft.chatProblem.readings}
          onAnswer={(number) => keep(draft.finishWithChat(number))}
        />
      )}
      <p role="alert" class="problem">
        {editor?.isReminded && t('editor_first')}
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
