import { type ReadonlySignal, signal } from '@preact/signals';
import type { Draft } from '../../accounts/account-draft';
import { type Choice, type Failure, providerOf } from '../../providers';
import { worker } from '../../ui/worker';

export interface Choices {
  choices: ReadonlySignal<Choice[] | Failure | 'loading' | null>;
  loadChoices(): Promise<void>;
  forgetChoices(): void;
}

interface Form {
  draft: ReadonlySignal<Draft>;
  /** Whether a saved value is kept for a field that was not typed. */
  keeps(field: string): boolean;
  choose(field: string, value: string): void;
}

/** What a field's choices depend on, as a text. */
const keysOf = ({ providerId: id, credentials }: Draft): string =>
  JSON.stringify([id, providerOf(id).choices?.needs.map((field) => credentials[field])]);

/** The values that the provider offers for a field. Those for other keys than the ones in the form are none. */
export function createChoices({ draft, keeps, choose }: Form): Choices {
  const choices = signal<Choice[] | Failure | 'loading' | null>(null);
  let loads = 0;

  return {
    choices,
    async loadChoices() {
      const { credentials, providerId: id } = draft.value;
      const asked = providerOf(id).choices;
      if (!asked?.needs.every((field) => credentials[field] || keeps(field))) return;
      choices.value = 'loading';
      loads += 1;
      const mine = loads;
      const keys = keysOf(draft.value);
      const reply = await worker('list choices', draft.value);
      if (mine !== loads) return;
      const found = reply.ok && keys === keysOf(draft.value) ? reply.answer : null;
      choices.value = found;
      const [only, ...others] = Array.isArray(found) ? found : [];
      if (only && others.length === 0 && !draft.value.credentials[asked.field]) choose(asked.field, only.value);
    },
    forgetChoices() {
      choices.value = null;
    },
  };
}
