import './account-form.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { providerOf, providers } from '../../providers';
import { Duration } from '../../ui/duration';
import { Field } from '../../ui/field';
import { NumberQuestion } from '../../ui/number-question';
import { Segments } from '../../ui/segments';
import { keyOf, t } from '../../words/t';
import { type AccountFormState, createAccountFormState } from './account-form-state';
import type { AccountsState, FormTarget } from './accounts-state';
import { ConnectionRegion } from './connection-region';
import { CredentialInput } from './credential-input';
import { OfferNote } from './offer-note';

interface Props {
  state: AccountsState;
  target: Exclude<FormTarget, null>;
}

/** Adds or edits one account, with the fields that its provider has. */
export function AccountForm({ state, target }: Props) {
  // The state is created once, because a change of the account elsewhere must not replace the input.
  const [form] = useState(() => createAccountFormState(target, state.saved));
  const element = useRef<HTMLFormElement>(null);
  const { draft, provider, problems, refusedField, edit } = form;
  const problemsNow = problems.value;
  const refused = refusedField.value;

  useLayoutEffect(() => element.current?.querySelector<HTMLElement>('#name')?.focus(), []);
  useLayoutEffect(() => element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [problemsNow]);
  useLayoutEffect(() => {
    if (refused) document.getElementById(refused)?.focus();
  }, [refused]);
  // A pasted command of another provider removes the field that had the focus.
  useLayoutEffect(() => {
    if (document.activeElement === document.body)
      document.getElementById(provider.value.fields[0]?.name ?? '')?.focus();
  }, [provider.value]);

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
      <h2 id="form-title">{target.kind === 'new' ? t('add_account') : t('edit_title', target.account.name)}</h2>
      {target.kind === 'new' && target.offer && <OfferNote offer={target.offer} />}
      {target.kind === 'new' && (
        <Segments
          name="provider"
          legend={t('provider_label')}
          options={providers.map(({ id, label }) => ({ value: id, label }))}
          value={provider.value.id}
          onChange={(id) => edit({ providerId: providerOf(id).id })}
        />
      )}
      <Field id="name" label={t('name_label')} help={t('name_help')} problem={problemOf('name', problemsNow.name)}>
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
        <a href={provider.value.panel} target="_blank" rel="noreferrer">
          {t('provider_panel')}
        </a>
        <a href={provider.value.docs} target="_blank" rel="noreferrer">
          {t('provider_docs', provider.value.label)}
        </a>
      </p>
      {provider.value.fields.map((field) => (
        <CredentialInput key={`${provider.value.id} ${field.name}`} form={form} field={field} />
      ))}
      <p class="help" role="status">
        {form.pastedFields.value.length > 0 &&
          t('pasted_filled', fieldNames(provider.value.id, form.pastedFields.value))}
      </p>
      <Duration value={draft.value.days} onChange={(days) => edit({ days })} />
      <Field
        id="defaultChat"
        label={
          <>
            {t('default_chat_label')} <span class="soft">({t('optional')})</span>
          </>
        }
        help={t('default_chat_help')}
        problem={problemsNow.defaultChat ? t(keyOf('default_chat', problemsNow.defaultChat)) : null}
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
      {form.numberToRead.value && (
        <NumberQuestion
          numbers={[form.numberToRead.value]}
          onAnswer={(_, formatted, country) => {
            element.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
            void form.answerNumber(formatted, country);
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

function Actions({ form: { busyWith, test }, onCancel }: { form: AccountFormState; onCancel(): void }) {
  const isBusy = busyWith.value !== null;
  return (
    <div class="actions">
      <button type="submit" class="button primary" aria-disabled={isBusy}>
        {busyWith.value === 'save' ? t('save_busy') : t('save_button')}
      </button>
      <button type="button" class="button" aria-disabled={isBusy} onClick={() => test()}>
        {busyWith.value === 'test' ? t('test_busy') : t('test_button')}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {t('cancel_button')}
      </button>
    </div>
  );
}
