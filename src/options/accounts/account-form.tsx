import { useEffect, useRef, useState } from 'preact/hooks';
import { providerOf, providers } from '../../providers';
import { Duration } from '../../ui/duration';
import { Field } from '../../ui/field';
import { NumberQuestion } from '../../ui/number-question';
import { Segments } from '../../ui/segments';
import { keyOf, t } from '../../words/t';
import { type AccountFormState, createAccountFormState } from './account-form-state';
import type { AccountsState, Editing } from './accounts-state';
import { ConnectionRegion } from './connection-region';
import { CredentialInput } from './credential-input';
import { OfferNote } from './offer-note';

interface Props {
  state: AccountsState;
  editing: Exclude<Editing, null>;
}

/** Adds or edits one account. The fields are those of the provider's record. */
export function AccountForm({ state, editing }: Props) {
  // Once: an account that changes elsewhere meanwhile must not take away what is typed here.
  const [form] = useState(() => createAccountFormState(editing, state.saved));
  const element = useRef<HTMLFormElement>(null);
  const { draft, record, problems, edit } = form;
  const wrong = problems.value;

  useEffect(() => element.current?.querySelector<HTMLElement>('#name')?.focus(), []);
  useEffect(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [wrong]);
  // A pasted command of the other provider takes the field away that it was pasted into.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById(record.value.fields[0]?.name ?? '')?.focus();
  }, [record.value]);

  return (
    <form
      ref={element}
      class="card account-form"
      aria-labelledby="form-title"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save(false);
      }}
    >
      <h2 id="form-title">{editing.kind === 'new' ? t('add_account') : t('edit_title', editing.account.name)}</h2>
      {editing.kind === 'new' && editing.offer && <OfferNote offer={editing.offer} />}
      {editing.kind === 'new' && (
        <Segments
          name="provider"
          legend={t('provider_label')}
          options={providers.map(({ id, label }) => ({ value: id, label }))}
          value={record.value.id}
          onChange={(id) => edit({ providerId: providerOf(id).id })}
        />
      )}
      <Field id="name" label={t('name_label')} help={t('name_help')} problem={problemOf('name', wrong.name)}>
        {(control) => (
          <input
            {...control}
            class="control"
            autocomplete="off"
            value={draft.value.name}
            onInput={(event) => edit({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <p class="help links">
        <a href={record.value.panel} target="_blank" rel="noreferrer">
          {t('provider_panel')}
        </a>
        <a href={record.value.docs} target="_blank" rel="noreferrer">
          {t('provider_docs', record.value.label)}
        </a>
      </p>
      {record.value.fields.map((field) => (
        <CredentialInput key={`${record.value.id} ${field.name}`} form={form} field={field} />
      ))}
      <p class="help" role="status">
        {form.pasted.value.length > 0 && t('pasted_filled', fieldNames(record.value.id, form.pasted.value))}
      </p>
      <Duration value={draft.value.days} onChange={(days) => edit({ days })} />
      <Field
        id="defaultChat"
        label={t('default_chat_label')}
        help={t('default_chat_help')}
        problem={wrong.defaultChat ? t(keyOf('default_chat', wrong.defaultChat)) : null}
      >
        {(control) => (
          <input
            {...control}
            class="control"
            autocomplete="off"
            value={draft.value.defaultChat}
            onInput={(event) => edit({ defaultChat: event.currentTarget.value })}
          />
        )}
      </Field>
      {form.number.value && (
        <NumberQuestion
          numbers={[form.number.value]}
          onAnswer={(_, shown, country) => {
            element.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
            void form.answerNumber(shown, country);
          }}
        />
      )}
      <ConnectionRegion form={form} />
      <Actions form={form} onCancel={() => state.edit(null)} />
    </form>
  );
}

const problemOf = (field: string, problem: string | undefined) => (problem ? t(keyOf(field, problem)) : null);

const fieldNames = (providerId: string, names: string[]) => names.map((name) => t(keyOf(providerId, name))).join(', ');

function Actions({ form: { busy, test }, onCancel }: { form: AccountFormState; onCancel(): void }) {
  const waiting = busy.value !== null;
  return (
    <div class="actions">
      <button type="submit" class="button primary" aria-disabled={waiting}>
        {busy.value === 'save' ? t('save_busy') : t('save_button')}
      </button>
      <button type="button" class="button" aria-disabled={waiting} onClick={() => test()}>
        {busy.value === 'test' ? t('test_busy') : t('test_button')}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {t('cancel_button')}
      </button>
    </div>
  );
}
