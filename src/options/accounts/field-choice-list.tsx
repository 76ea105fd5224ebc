import './field-choice-list.css';
import { type Choice, type Failure, viewOfProvider } from '../../providers';
import { describeFailure } from '../../words/describe';
import { keyOf, t } from '../../words/t';
import type { AccountFormState } from './account-form-state';

interface Props {
  form: AccountFormState;
  field: string;
  choices: Choice[] | Failure | 'loading' | null;
}

/** Loads the values that the provider offers for a field, to choose one. A value can also be typed. */
export function FieldChoiceList({ form, field, choices }: Props) {
  const { provider, draft, typeCredential, loadChoices } = form;
  const name = draft.value.name || t('this_account');
  const isLoading = choices === 'loading';
  const failed = choices !== null && choices !== 'loading' && !Array.isArray(choices) ? choices : null;
  return (
    <div class="choices" aria-live="polite">
      {/* The button stays in place during loading and afterwards, because removing it would lose the focus. */}
      <button type="button" class="button quiet" aria-disabled={isLoading} onClick={() => !isLoading && loadChoices()}>
        {isLoading ? t(keyOf(provider.value.id, field, 'loading')) : t(keyOf(provider.value.id, field, 'load'))}
      </button>
      {failed && (
        <p class="problem">
          {t(...describeFailure(failed, { accountName: name, provider: viewOfProvider(provider.value) }))}
        </p>
      )}
      {Array.isArray(choices) && (
        <>
          <p class="help">
            {choices.length === 0
              ? t(keyOf(provider.value.id, field, 'none'))
              : t(keyOf(provider.value.id, field, 'found'), String(choices.length))}
          </p>
          {choices.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              class="button choice"
              aria-pressed={draft.value.credentials[field] === value}
              onClick={() => typeCredential(field, value)}
            >
              {label}
            </button>
          ))}
        </>
      )}
    </div>
  );
}
