import { useEffect, useRef, useState } from 'preact/hooks';
import type { CredentialField } from '../../providers';
import { Field } from '../../ui/field';
import { keyOf, t } from '../../words/t';
import type { AccountFormState } from './account-form-state';
import { ChoiceList } from './field-choice-list';
import { KeptSecret } from './kept-secret';

const masked = { type: 'password' } as const;
const plain = { type: 'text' } as const;

interface Props {
  form: AccountFormState;
  field: CredentialField;
}

/** One credential. A saved secret is only named by its end, until it is replaced. */
export function CredentialInput({ form, field }: Props) {
  const [shown, setShown] = useState(false);
  const { record, draft, problems, choices } = form;
  const { name, secret, required } = field;
  const label = t(keyOf(record.value.id, name));
  const kept = secret ? form.kept(name) : null;
  const isKept = kept !== null;
  const wasKept = useRef(isKept);

  // Replace and Keep saved take themselves away: the focus goes on with what comes in their place.
  useEffect(() => {
    if (wasKept.current !== isKept) document.getElementById(name)?.focus();
    wasKept.current = isKept;
  }, [isKept, name]);

  if (kept) return <KeptSecret id={name} label={label} view={kept} onReplace={() => form.type(name, '')} />;

  const problem = problems.value[name];
  const offers = record.value.choices?.field === name;
  const replaced = secret && form.saved(name);
  return (
    <>
      <Field
        id={name}
        label={
          <>
            {label} {!required && <span class="soft">({t('optional')})</span>}
          </>
        }
        help={t(keyOf(record.value.id, name, 'help'))}
        problem={problem && (problem === 'required' ? t('field_required') : t(keyOf(record.value.id, name, problem)))}
      >
        {(control) => (
          <div class="control-row">
            <input
              {...control}
              class="control mono"
              {...(secret && !shown ? masked : plain)}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              value={draft.value.credentials[name] ?? ''}
              onInput={(event) => form.type(name, event.currentTarget.value)}
              onChange={() => record.value.choices?.needs.includes(name) && form.loadChoices()}
            />
            {secret && (
              <button type="button" class="button quiet" aria-controls={name} onClick={() => setShown(!shown)}>
                {t(shown ? 'secret_hide' : 'secret_show')}
              </button>
            )}
            {replaced && (
              <button type="button" class="button quiet" onClick={() => form.type(name, undefined)}>
                {t('secret_keep')}
              </button>
            )}
          </div>
        )}
      </Field>
      {offers && <ChoiceList form={form} field={name} choices={choices.value} />}
    </>
  );
}
