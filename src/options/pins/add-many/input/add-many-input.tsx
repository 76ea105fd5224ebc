import './add-many-input.css';
import type { TargetedEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../../ui/field';
import { t } from '../../../../words/t';
import type { AddManyState } from '../add-many-state';
import { TableHelp } from './table-help';

const fileTypes = '.csv,.tsv,.json,.jsonl,.ndjson,.log,.txt,text/*,application/json';
/**
 * The maximum length of a text that is shown, in characters. Chrome takes seconds to show ten thousand lines in a text
 * box.
 */
const maxShownLength = 20_000;

/** The input of Add many: a text, or a file that is chosen or dropped. */
export function AddManyInput({ state: { accounts, read, close } }: { state: AddManyState }) {
  const text = useRef<HTMLTextAreaElement>(null);
  const [isDraggedOver, setIsDraggedOver] = useState(false);
  // Takes the focus before the next input event, so that a text that is pasted at once is not lost.
  useLayoutEffect(() => text.current?.focus(), []);
  const readFile = (file: File | undefined): void => {
    if (file) read(file, file.name);
  };

  /** Reads a long text at once, without putting the text into the text box. */
  const readLong = (event: TargetedEvent<HTMLTextAreaElement>, added: string | null | undefined): void => {
    if (!added || added.length < maxShownLength) return;
    event.preventDefault();
    read([event.currentTarget.value, added].filter(Boolean).join('\n'), '');
  };

  return (
    <form
      class={isDraggedOver ? 'card add-many over' : 'card add-many'}
      aria-labelledby="add-many-title"
      onSubmit={(event) => {
        event.preventDefault();
        const inputText = text.current?.value ?? '';
        if (inputText.trim() === '') text.current?.focus();
        else read(inputText, '');
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setIsDraggedOver(true);
      }}
      onDragLeave={() => setIsDraggedOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsDraggedOver(false);
        readFile(event.dataTransfer?.files[0]);
      }}
    >
      <h2 id="add-many-title">{t('add_many')}</h2>
      <p class="soft">{t('bulk_intro')}</p>
      <Field id="add-many-text" label={t('bulk_text_label')}>
        {(control) => (
          <textarea
            {...control}
            ref={text}
            class="control mono add-many-text"
            wrap="off"
            spellcheck={false}
            autocomplete="off"
            onPaste={(event) => readLong(event, event.clipboardData?.getData('text/plain'))}
            onBeforeInput={(event) => readLong(event, event.data)}
            onInput={({ currentTarget: box }) => {
              if (box.value.length < maxShownLength) return;
              const { value } = box;
              box.value = '';
              read(value, '');
            }}
          />
        )}
      </Field>
      <Field id="add-many-file" label={t('bulk_file_label')} help={t('bulk_file_help')}>
        {(control) => (
          <input
            {...control}
            class="control file"
            type="file"
            accept={fileTypes}
            onChange={(event) => readFile(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      <TableHelp accounts={accounts.value} />
      <div class="actions">
        <button type="submit" class="button primary">
          {t('bulk_review_button')}
        </button>
        <button type="button" class="button" onClick={close}>
          {t('cancel_button')}
        </button>
      </div>
    </form>
  );
}
