import { type Choice, type Failure, viewOfProvider } from '../../providers';
import { describeFailure } from '../../words/describe';
import { t } from '../../words/t';
import type { AccountFormState } from './account-form-state';

interface Props {
  form: AccountFormState;
  field: string;
  choices: Choice[] | Failure | 'loading' | null;
}

/** What the provider offers for a field; typing stays possible whatever comes of asking. */
export function ChoiceList({ form, field, choices }: Props) {
  const { record, draft, type, loadChoices } = form;
  const name = draft.value.name || t('this_account');
  const failed = choices !== null && choices !== 'loading' && !Array.isArray(choices) ? choices : null;
  return (
    <div class="choices" aria-live="polite">
      {choices === null && (
        <button type="button" class="button quiet" onClick={() => loadChoices()}>
          {t('choices_load')}
        </button>
      )}
      {choices === 'loading' && <p class="help">{t('choices_busy')}</p>}
      {failed && (
        <p class="problem">
          {t(...describeFailure(failed, { accountName: name, provider: viewOfProvider(record.value) }))}
        </p>
      )}
      {Array.isArray(choices) && (
        <>
          <p class="help">{choices.length === 0 ? t('choices_none') : t('choices_found', String(choices.length))}</p>
          {choices.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              class="button choice"
              aria-pressed={draft.value.credentials[field] === value}
              onClick={() => type(field, value)}
            >
              {label}
            </button>
          ))}
        </>
      )}
    </div>
  );
}
