import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FieldView } from '../../accounts/account';
import type { Draft } from '../../accounts/account-draft';
import { type Provider, providerOf, providers } from '../../providers';
import type { FormTarget } from './accounts-state';

/** The fields of the account form. */
export interface FormDraft {
  draft: ReadonlySignal<Draft>;
  provider: ReadonlySignal<Provider>;
  /** The names of the fields that a pasted address or command filled in. */
  pastedFields: ReadonlySignal<string[]>;
  /** Returns the saved secret of a field that is not replaced; null if there is none. */
  keptSecret(field: string): FieldView | null;
  /** Whether the account has a saved value for the field, replaced or not. */
  hasSavedValue(field: string): boolean;
  edit(change: Partial<Draft>): void;
  /**
   * Sets a credential. `undefined` restores the saved one. An API address or a curl command fills in all its fields.
   */
  typeCredential(field: string, text: string | undefined): void;
}

/** @param onEdit called inside a batch of signals after each change */
export function createFormDraft(
  target: Exclude<FormTarget, null>,
  onEdit: (isOtherProvider: boolean) => void,
): FormDraft {
  const draft = signal(initialDraft(target));
  const pastedFields = signal<string[]>([]);
  const provider = computed(() => providerOf(draft.value.providerId));
  /** The credentials that were typed for the other provider, in case the user returns to that provider. */
  const parkedCredentials = new Map<string, Draft['credentials']>();
  const savedFields = target.kind === 'saved' ? target.account.fields : {};

  function edit(change: Partial<Draft>): void {
    const { providerId, credentials } = draft.peek();
    const otherId = change.providerId !== undefined && change.providerId !== providerId ? change.providerId : null;
    batch(() => {
      if (otherId) parkedCredentials.set(providerId, credentials);
      const kept = otherId ? parkedCredentials.get(otherId) : credentials;
      draft.value = { ...draft.peek(), ...change, credentials: change.credentials ?? kept ?? {} };
      onEdit(otherId !== null);
    });
  }

  function typeCredential(field: string, text: string | undefined): void {
    const { [field]: _, ...others } = draft.peek().credentials;
    const pasted = text === undefined ? null : readPasted(text, target.kind === 'new' ? providers : [provider.peek()]);
    batch(() => {
      pastedFields.value = pasted ? Object.keys(pasted.credentials) : [];
      if (pasted) {
        const base = pasted.providerId === draft.peek().providerId ? others : {};
        edit({ providerId: pasted.providerId, credentials: { ...base, ...pasted.credentials } });
      } else edit({ credentials: text === undefined ? others : { ...others, [field]: text } });
    });
  }

  return {
    draft,
    provider,
    pastedFields,
    keptSecret: (field) => (draft.value.credentials[field] === undefined ? (savedFields[field] ?? null) : null),
    hasSavedValue: (field) => savedFields[field] !== undefined,
    edit,
    typeCredential,
  };
}

function initialDraft(target: Exclude<FormTarget, null>): Draft {
  if (target.kind === 'new') {
    const offered = target.offer ?? { providerId: providers[0]?.id ?? '', credentials: {} };
    const { providerId, credentials } = offered;
    return { id: null, providerId, name: '', credentials, days: 7, defaultChat: '' };
  }
  const { id, name, days, defaultChat, fields, providerId } = target.account;
  const credentials = Object.entries(fields).flatMap(([field, view]) =>
    view.kind === 'open' ? [[field, view.value]] : [],
  );
  return { id, providerId, name, credentials: Object.fromEntries(credentials), days, defaultChat: defaultChat ?? '' };
}

/** Reads a pasted API address or curl command of one of the providers; null for any other text. */
function readPasted(text: string, candidates: readonly Provider[]) {
  for (const { id, readPasted: read } of candidates) {
    const credentials = read(text);
    if (credentials) return { providerId: id, credentials: credentials as Record<string, string> };
  }
  return null;
}
