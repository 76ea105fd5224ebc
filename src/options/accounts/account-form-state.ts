import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Draft, Problems } from '../../accounts/account-draft';
import { requestHostAccess } from '../../platform/access';
import type { Connection } from '../../providers';
import { isNumberWithoutCountry } from '../../references';
import { type NumberToRead, readCertain } from '../../ui/reading-numbers';
import { worker } from '../../ui/worker';
import type { MessageKey } from '../../words/t';
import { describeWorkerError } from '../../words/worker-error';
import type { FormTarget } from './accounts-state';
import { failedField } from './failed-field';
import { createFieldChoices, type FieldChoices } from './field-choices';
import { createFormDraft, type FormDraft } from './form-draft';

export interface AccountFormState extends FormDraft, Pick<FieldChoices, 'choices' | 'loadChoices'> {
  problems: ReadonlySignal<Problems>;
  /** The result of the last test, or of a save that failed. */
  connection: ReadonlySignal<Connection | null>;
  /** The message that explains why the worker could neither test nor save. */
  errorKey: ReadonlySignal<MessageKey | null>;
  /** The name of the credential that the provider refused (see `failedField`); null if it refused none. */
  refusedField: ReadonlySignal<string | null>;
  /** Whether a save found that the connection fails, so that the account can be saved anyway. */
  canSaveAnyway: ReadonlySignal<boolean>;
  busyWith: ReadonlySignal<'test' | 'save' | null>;
  /** The default chat, if it is a number whose country the user has to be asked for; otherwise null. */
  numberToRead: ReadonlySignal<NumberToRead | null>;
  /**
   * Answers that question and continues with the save.
   * @param country the country to save in the settings; null to save none
   */
  answerNumber(number: string, country: string | null): Promise<void>;
  test(): Promise<void>;
  save(isAnyway: boolean): Promise<void>;
}

/**
 * Creates the state of the account form.
 * @param onSaved called with the account's name once it is saved
 */
export function createAccountFormState(
  target: Exclude<FormTarget, null>,
  onSaved: (name: string) => void,
): AccountFormState {
  const problems = signal<Problems>({});
  const connection = signal<Connection | null>(target.kind === 'saved' ? target.failure : null);
  const errorKey = signal<MessageKey | null>(null);
  const canSaveAnyway = signal(false);
  const busyWith = signal<'test' | 'save' | null>(null);
  const numberToRead = signal<NumberToRead | null>(null);
  let retrySave = async (): Promise<void> => {};

  function clearResult(): void {
    connection.value = null;
    errorKey.value = null;
    canSaveAnyway.value = false;
  }

  const form = createFormDraft(target, (isOtherProvider) => {
    clearResult();
    problems.value = {};
    numberToRead.value = null;
    if (isOtherProvider) clearChoices();
  });
  const { draft, provider, edit } = form;
  const { choices, loadChoices, clearChoices } = createFieldChoices(form);

  async function attempt(kind: 'test' | 'save', work: () => Promise<void>): Promise<void> {
    if (busyWith.value) return;
    // Chrome asks for a permission only during the click, so the request comes before anything is awaited.
    const accessRequested = requestHostAccess(provider.value.origin).catch(() => false);
    batch(() => {
      busyWith.value = kind;
      clearResult();
    });
    await accessRequested;
    await work();
    busyWith.value = null;
  }

  /** Adds the country code to a default chat without one. Returns false if the user has to be asked for the country. */
  async function completeDefaultChat(lastConnection: Connection | null): Promise<boolean> {
    const written = draft.value.defaultChat.trim();
    if (!isNumberWithoutCountry(written)) return true;
    const reply = await worker('preferences', {});
    const savedNumber = target.kind === 'saved' ? target.account.number : null;
    const defaultChat = {
      written,
      number: numberOf(draft.value, lastConnection) ?? savedNumber,
      country: reply.ok ? reply.answer.country : null,
    };
    const { [written]: number } = await readCertain([defaultChat]);
    if (number !== undefined) edit({ defaultChat: number });
    else {
      batch(() => {
        problems.value = { defaultChat: 'country' };
        numberToRead.value = defaultChat;
      });
    }
    return number !== undefined;
  }

  function save(isAnyway: boolean): Promise<void> {
    const lastConnection = connection.value;
    retrySave = () => save(isAnyway);
    return attempt('save', async () => {
      if (!(await completeDefaultChat(lastConnection))) return;
      const reply = await worker('save account', { draft: draft.value, anyway: isAnyway });
      if (!reply.ok) errorKey.value = describeWorkerError(reply.detail);
      else if (reply.answer.kind === 'problems') problems.value = reply.answer.problems;
      else if (reply.answer.kind === 'saved') onSaved(draft.value.name.trim());
      else {
        connection.value = reply.answer.connection;
        canSaveAnyway.value = true;
      }
    });
  }

  return {
    ...form,
    problems,
    connection,
    refusedField: computed(() => {
      const { value } = connection;
      return value && 'reason' in value ? failedField(provider.value, value) : null;
    }),
    errorKey,
    canSaveAnyway,
    busyWith,
    numberToRead,
    choices,
    loadChoices,
    async answerNumber(number, country) {
      edit({ defaultChat: number });
      if (country !== null) await worker('set country', { country });
      await retrySave();
    },
    test: () =>
      attempt('test', async () => {
        const reply = await worker('test connection', draft.value);
        if (!reply.ok) errorKey.value = describeWorkerError(reply.detail);
        else if (reply.answer.kind === 'problems') problems.value = reply.answer.problems;
        else connection.value = reply.answer.connection;
      }),
    save,
  };
}

/** Returns the number that the account will have, from the last test or a typed field; null if neither gives it. */
function numberOf({ credentials }: Draft, connection: Connection | null): string | null {
  if (connection?.kind === 'connected' && connection.number) return connection.number;
  return Object.values(credentials).find((value) => /^\+?[1-9]\d{7,14}$/.test(value)) ?? null;
}
