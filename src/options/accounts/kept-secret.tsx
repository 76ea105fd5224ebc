import type { FieldView } from '../../accounts/account';
import { t } from '../../words/t';

interface Props {
  id: string;
  label: string;
  view: FieldView;
  onReplace(): void;
}

/** A secret that is saved: it never comes back to a page, it can only be replaced. */
export function KeptSecret({ id, label, view, onReplace }: Props) {
  const ending = view.kind === 'saved' ? view.ending : '';
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
          onClick={onReplace}
        >
          {t('secret_replace')}
        </button>
      </div>
    </div>
  );
}
