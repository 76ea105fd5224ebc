import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CredentialField } from '../../providers';
import { Field } from '../../ui/field';
import { keyOf, t } from '../../words/t';
import type { AccountFormState } from './account-form-state';
import { FieldChoiceList } from './field-choice-list';
import { KeptSecret } from './kept-secret';

const masked = { type: 'password' } as const;
const plain = { type: 'text' } as const;

interface Props {
  form: AccountFormState;
  field: CredentialField;
}

/** The field of one credential. A saved secret is shown by its ending only, until it is replaced. */
export function CredentialInput({ form, field }: Props) {
  const [isShown, setIsShown] = useState(false);
  const { provider, draft, problems, choices } = form;
  const { name, secret, required } = field;
  const label = t(keyOf(provider.value.id, name));
  const kept = secret ? form.keptSecret(name) : null;
  const isKept = kept !== null;
  const wasKept = useRef(isKept);

  // The buttons Replace and Keep saved disappear, so the focus moves to the control in their place.
  useLayoutEffect(() => {
    if (wasKept.current !== isKept) document.getElementById(name)?.focus();
    wasKept.current = isKept;
  }, [isKept, name]);

  const problem = problems.value[name];
  const text = !problem
    ? refusal(form, name)
    : t(problem === 'required' ? 'field_required' : keyOf(provider.value.id, name, problem));
  if (kept) {
    const replace = () => form.typeCredential(name, '');
    return <KeptSecret id={name} label={label} view={kept} problem={text} onReplace={replace} />;
  }

  const hasChoices = provider.value.choices?.field === name;
  const isReplaced = secret && form.hasSavedValue(name);
  return (
    <>
      <Field
        id={name}
        label={
          <>
            {label} {!required && <span class="soft">({t('optional')})</span>}
          </>
        }
        help={t(keyOf(provider.value.id, name, 'help'))}
        problem={text}
      >
        {(control) => (
          <div class="control-row">
            <input
              {...control}
              class="control mono"
              {...(secret && !isShown ? masked : plain)}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              value={draft.value.credentials[name] ?? ''}
              onInput={(event) => form.typeCredential(name, event.currentTarget.value)}
              onChange={() => provider.value.choices?.needs.includes(name) && form.loadChoices()}
            />
            {secret && (
              <button type="button" class="button quiet" aria-controls={name} onClick={() => setIsShown(!isShown)}>
                {t(isShown ? 'secret_hide' : 'secret_show')}
              </button>
            )}
            {isReplaced && (
              <button type="button" class="button quiet" onClick={() => form.typeCredential(name, undefined)}>
                {t('secret_keep')}
              </button>
            )}
          </div>
        )}
      </Field>
      {hasChoices && <FieldChoiceList form={form} field={name} choices={choices.value} />}
    </>
  );
}

/** Returns the sentence that the provider refused the credential or needs one; null if neither is the case. */
function refusal({ refusedField, connection, provider }: AccountFormState, field: string): string | null {
  const failure = connection.value;
  if (refusedField.value !== field || !failure || !('reason' in failure)) return null;
  return t(failure.reason.endsWith('-missing') ? 'field_missing' : 'field_refused', provider.value.label);
}
