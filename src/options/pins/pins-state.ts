import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { language, type MessageKey, t } from '../../words/t';
import type { AccountsState } from '../accounts/accounts-state';
import type { AddManyState } from './add-many/add-many-state';
import { createAddMany } from './add-many/create-add-many';
import type { RunView } from './runs/run-view';
import { createRuns, type RunsState } from './runs/runs-state';

export interface PinsState {
  addMany: AddManyState;
  runs: RunsState;
  /** All runs but the one that this page is submitting. */
  shownRuns: ReadonlySignal<readonly RunView[]>;
  hasAccounts: ReadonlySignal<boolean>;
  /** The reason why the runs or the accounts could not be loaded or changed. */
  errorKey: ReadonlySignal<MessageKey | null>;
  /** The result of the last action, as a sentence. */
  notice: ReadonlySignal<string>;
}

/** Creates the state of the view Pins. It lives as long as the page, so a review survives a look at another view. */
export function createPinsState({ accounts, errorKey }: Pick<AccountsState, 'accounts' | 'errorKey'>): PinsState {
  const notice = signal('');
  const runs = createRuns();
  const addMany = createAddMany(accounts, (count) => {
    notice.value = t('handed_over', count.toLocaleString(language()));
    void runs.load();
  });
  return {
    addMany: {
      ...addMany,
      open() {
        notice.value = '';
        addMany.open();
      },
    },
    runs,
    notice,
    hasAccounts: computed(() => accounts.value.length > 0),
    errorKey: computed(() => runs.errorKey.value ?? (accounts.value.length === 0 ? errorKey.value : null)),
    shownRuns: computed(() => {
      const submittedId = addMany.step.value === 'submitting' ? addMany.submission.value.runId : null;
      return (runs.runs.value ?? []).filter(({ id }) => id !== submittedId);
    }),
  };
}
