import { type ReadonlySignal, signal } from '@preact/signals';
import type { Draft } from '../../accounts/account-draft';
import { type Choice, type Failure, providerOf } from '../../providers';
import { createLatestOnly } from '../../ui/latest-only';
import { worker } from '../../ui/worker';
import type { FormDraft } from './form-draft';

/** The values that the provider offers for a field of the form. */
export interface FieldChoices {
  /** Null if the choices are not loaded for the credentials that the form has now. */
  choices: ReadonlySignal<Choice[] | Failure | 'loading' | null>;
  /** Loads the choices, if the form has the credentials to request them. A single choice is filled in. */
  loadChoices(): Promise<void>;
  clearChoices(): void;
}

/**
 * Returns a string of the provider and the credentials that the choices depend on, to find out whether they have
 * changed.
 */
const dependenciesOf = ({ providerId, credentials }: Draft): string =>
  JSON.stringify([providerId, providerOf(providerId).choices?.needs.map((field) => credentials[field])]);

export function createFieldChoices({
  draft,
  keptSecret,
  typeCredential,
}: Pick<FormDraft, 'draft' | 'keptSecret' | 'typeCredential'>): FieldChoices {
  const choices = signal<Choice[] | Failure | 'loading' | null>(null);
  const latestOnly = createLatestOnly();

  return {
    choices,
    async loadChoices() {
      const { credentials, providerId } = draft.value;
      const offered = providerOf(providerId).choices;
      if (!offered?.needs.every((field) => credentials[field] || keptSecret(field) !== null)) return;
      choices.value = 'loading';
      const dependencies = dependenciesOf(draft.value);
      const reply = await latestOnly(worker('list choices', draft.value));
      if (!reply) return;
      const isCurrent = dependencies === dependenciesOf(draft.value);
      const loaded = reply.ok && isCurrent ? reply.answer : null;
      choices.value = loaded;
      const [only, ...others] = Array.isArray(loaded) ? loaded : [];
      const isOnly = only && others.length === 0;
      if (isOnly && !draft.value.credentials[offered.field]) typeCredential(offered.field, only.value);
    },
    clearChoices() {
      choices.value = null;
    },
  };
}
