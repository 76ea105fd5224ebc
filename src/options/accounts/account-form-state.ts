import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FieldView } from '../../accounts/account';
import type { Draft, Problems } from '../../accounts/account-draft';
import { requestHostAccess } from '../../platform/access';
import { type Connection, type Provider, providerOf, providers } from '../../providers';
import { isNumberWithoutCountry } from '../../references';
import { type NumberToRead, readCertain } from '../../ui/reading-numbers';
import { worker } from '../../ui/worker';
import type { MessageKey } from '../../words/t';
import { describeWorkerError } from '../../words/worker-error';
import type { Editing } from './accounts-state';
import { type Choices, createChoices } from './field-choices';

export interface AccountFormState extends Pick<Choices, 'choices' | 'loadChoices'> {
  draft: ReadonlySignal<Draft>;
  record: ReadonlySignal<Provider>;
  problems: ReadonlySignal<Problems>;
  /** What the last test or save found. */
  found: ReadonlySignal<Connection | null>;
  /** Why the worker could do neither. */
  trouble: ReadonlySignal<MessageKey | null>;
  /** Whether a save found it: then it can be saved anyway. */
  unsaved: ReadonlySignal<boolean>;
  busy: ReadonlySignal<'test' | 'save' | null>;
  /** Fields that a pasted address or command filled in. */
  pasted: ReadonlySignal<string[]>;
  /** The default chat, where it is a number whose country has to be asked. */
  number: ReadonlySignal<NumberToRead | null>;
  /** Says what that number is, and goes on with what was pressed. */
  answerNumber(shown: string, country: string | null): Promise<void>;
  /** A saved secret that is kept, for a field that was not replaced. */
  kept(field: string): FieldView | null;
  /** Whether the account has a saved value there, kept or not. */
  saved(field: string): boolean;
  edit(change: Partial<Draft>): void;
  /** Types a credential; undefined goes back to the saved one. */
  type(field: string, text: string | undefined): void;
  test(): Promise<void>;
  save(anyway: boolean): Promise<void>;
}

function draftOf(editing: Exclude<Editing, null>): Draft {
  if (editing.kind === 'new') {
    const [first] = providers;
    const { providerId: offered, credentials } = editing.offer ?? { providerId: first?.id ?? '', credentials: {} };
    return { id: null, providerId: offered, name: '', credentials, days: 7, defaultChat: '' };
  }
  const { id, name, days, defaultChat, fields, providerId } = editing.account;
  const open = Object.entries(fields).flatMap(([field, view]) => (view.kind === 'open' ? [[field, view.value]] : []));
  return {
    id,
    providerId: providerId,
    name,
    credentials: Object.fromEntries(open),
    days,
    defaultChat: defaultChat ?? '',
  };
}

/** The account form as signals. @param done called with the account's name once it is saved */
export function createAccountFormState(
  editing: Exclude<Editing, null>,
  done: (name: string) => void,
): AccountFormState {
  const draft = signal(draftOf(editing));
  const problems = signal<Problems>({});
  const found = signal<Connection | null>(null);
  const trouble = signal<MessageKey | null>(null);
  const unsaved = signal(false);
  const busy = signal<'test' | 'save' | null>(null);
  const pasted = signal<string[]>([]);
  const record = computed(() => providerOf(draft.value.providerId));
  const number = signal<NumberToRead | null>(null);
  const goOn = signal<() => Promise<void>>(async () => {});
  const { choices, loadChoices, forgetChoices } = createChoices({
    draft,
    keeps: (field) => kept(field) !== null,
    choose: (field, value) => type(field, value),
  });
  /** What was typed for the other provider, in case the user comes back to it. */
  const parked = new Map<string, Draft['credentials']>();
  const savedFields = editing.kind === 'saved' ? editing.account.fields : {};

  function kept(field: string): FieldView | null {
    return draft.value.credentials[field] === undefined ? (savedFields[field] ?? null) : null;
  }

  function edit(change: Partial<Draft>): void {
    const other =
      change.providerId !== undefined && change.providerId !== draft.value.providerId ? change.providerId : null;
    batch(() => {
      if (other) parked.set(draft.value.providerId, draft.value.credentials);
      const credentials = change.credentials ?? (other ? parked.get(other) : draft.value.credentials) ?? {};
      draft.value = { ...draft.value, ...change, credentials };
      problems.value = {};
      found.value = null;
      trouble.value = null;
      unsaved.value = false;
      number.value = null;
      if (other) forgetChoices();
    });
  }

  function type(field: string, text: string | undefined): void {
    const { [field]: _, ...rest } = draft.value.credentials;
    const read = text === undefined ? null : readPasted(text, editing.kind === 'new' ? providers : [record.value]);
    batch(() => {
      pasted.value = read ? Object.keys(read.credentials) : [];
      if (read) {
        const base = read.provider === draft.value.providerId ? rest : {};
        edit({ providerId: read.provider, credentials: { ...base, ...read.credentials } });
      } else edit({ credentials: text === undefined ? rest : { ...rest, [field]: text } });
    });
  }

  // Chrome only asks for a permission inside the click: before anything is awaited.
  async function attempt(kind: 'test' | 'save', work: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    const allowed = requestHostAccess(record.value.origin).catch(() => false);
    batch(() => {
      busy.value = kind;
      found.value = null;
      trouble.value = null;
      unsaved.value = false;
    });
    await allowed;
    await work();
    busy.value = null;
  }

  /** A default chat that is a number gets its country code; where that is a question, it is asked and nothing else is done. */
  async function readDefaultChat(connection: Connection | null): Promise<boolean> {
    const written = draft.value.defaultChat.trim();
    if (!isNumberWithoutCountry(written)) return true;
    const reply = await worker('preferences', {});
    const toRead = {
      written,
      number: numberOf(draft.value, connection) ?? (editing.kind === 'saved' ? editing.account.number : null),
      country: reply.ok ? reply.answer.country : null,
    };
    const { [written]: read } = await readCertain([toRead]);
    if (read) draft.value = { ...draft.value, defaultChat: read };
    else {
      batch(() => {
        problems.value = { defaultChat: 'country' };
        number.value = toRead;
      });
    }
    return read !== undefined;
  }

  const fail = (detail: string) => {
    trouble.value = describeWorkerError(detail);
  };

  return {
    draft,
    record,
    problems,
    found,
    trouble,
    unsaved,
    busy,
    pasted,
    choices,
    kept,
    saved: (field) => savedFields[field] !== undefined,
    edit,
    type,
    loadChoices,
    number,
    async answerNumber(shown, country) {
      edit({ defaultChat: shown });
      if (country !== null) await worker('set country', { country });
      await goOn.value();
    },
    test: () =>
      attempt('test', async () => {
        const reply = await worker('test connection', draft.value);
        if (!reply.ok) fail(reply.detail);
        else if (reply.answer.kind === 'problems') problems.value = reply.answer.problems;
        else found.value = reply.answer.connection;
      }),
    save,
  };

  function save(anyway: boolean): Promise<void> {
    const known = found.value;
    goOn.value = () => save(anyway);
    return attempt('save', async () => {
      if (!(await readDefaultChat(known))) return;
      const reply = await worker('save account', { draft: draft.value, anyway });
      if (!reply.ok) fail(reply.detail);
      else if (reply.answer.kind === 'problems') problems.value = reply.answer.problems;
      else if (reply.answer.kind === 'saved') done(draft.value.name.trim());
      else {
        found.value = reply.answer.connection;
        unsaved.value = true;
      }
    });
  }
}

/** A pasted API address or curl command, of whichever provider it is. */
function readPasted(text: string, candidates: readonly Provider[]) {
  for (const candidate of candidates) {
    const credentials = candidate.readPasted(text);
    if (credentials) return { provider: candidate.id, credentials: credentials as Record<string, string> };
  }
  return null;
}

/** The number that the account will have, as far as the form or a test tells. */
function numberOf({ credentials }: Draft, connection: Connection | null): string | null {
  if (connection?.kind === 'connected' && connection.number) return connection.number;
  return Object.values(credentials).find((value) => /^\+?[1-9]\d{7,14}$/.test(value)) ?? null;
}
