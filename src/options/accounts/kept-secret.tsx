import './kept-secret.css';
import type { FieldView } from '../../accounts/account';
import { FieldNote } from '../../ui/field-note';
import { t } from '../../words/t';

interface Props {
  id: string;
  label: string;
  view: FieldView;
  /** The sentence that explains why the saved secret does not work. */
  problem: string | null;
  onReplace(): void;
}

/** A saved secret. Pages never receive its value, so the secret can only be replaced. */
export function KeptSecret({ id, label, view, problem, onReplace }: Props) {
  const ending = view.kind === 'saved' ? view.ending : '';
  const noteId = `${id}-note`;
  return (
    <div class="field">
      <span class="label">{label}</span>
      <div class="control-row">
        <span class="mono kept">{ending ? t('secret_saved', ending) : t('secret_saved_short')}</span>
        <button
          id={id}
          type="button"
          class="button quiet"
          aria-label={t('secret_replace_of', label)}
          aria-describedby={problem ? noteId : undefined}
          onClick={onReplace}
        >
          {t('secret_replace')}
        </button>
      </div>
      <FieldNote id={noteId} problem={problem} />
    </div>
  );
}
