import './add-many-input.css';
import type { TargetedEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../../ui/field';
import { t } from '../../../../words/t';
import type { AddManyState } from '../add-many-state';
import { TableHelp } from './table-help';

const kinds = '.csv,.tsv,.json,.jsonl,.ndjson,.log,.txt,text/*,application/json';
/** A longer text is read at once: Chrome takes seconds to show ten thousand lines in a text box. */
const maxDrawnLength = 20_000;

/** Where many messages come from: a text, or a file that is chosen or dropped. */
export function AddManyInput({ state: { accounts, read, close } }: { state: AddManyState }) {
  const text = useRef<HTMLTextAreaElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => text.current?.focus(), []);
  const take = (file: File | undefined): void => {
    if (file) read(file, file.name);
  };

  /** A long text never gets into the text box. */
  const takeLong = (event: TargetedEvent<HTMLTextAreaElement>, added: string | null | undefined): void => {
    if (!added || added.length < maxDrawnLength) return;
    event.preventDefault();
    read([event.currentTarget.value, added].filter(Boolean).join('\n'), '');
  };

  return (
    <form
      class={over ? 'card bulk over' : 'card bulk'}
      aria-labelledby="bulk-title"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = text.current?.value ?? '';
        if (typed.trim() === '') text.current?.focus();
        else read(typed, '');
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <h2 id="bulk-title">{t('add_many')}</h2>
      <p class="soft">{t('bulk_intro')}</p>
      <Field id="bulk-text" label={t('bulk_text_label')}>
        {(control) => (
          <textarea
            {...control}
            ref={text}
            class="control mono bulk-text"
            wrap="off"
            spellcheck={false}
            autocomplete="off"
            onPaste={(event) => takeLong(event, event.clipboardData?.getData('text/plain'))}
            onBeforeInput={(event) => takeLong(event, event.data)}
            onInput={({ currentTarget: box }) => {
              if (box.value.length < maxDrawnLength) return;
              const { value } = box;
              box.value = '';
              read(value, '');
            }}
          />
        )}
      </Field>
      <Field id="bulk-file" label={t('bulk_file_label')} help={t('bulk_file_help')}>
        {(control) => (
          <input
            {...control}
            class="control file"
            type="file"
            accept={kinds}
            onChange={(event) => take(event.currentTarget.files?.[0])}
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
