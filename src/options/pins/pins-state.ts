import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { language, t } from '../../words/t';
import type { AccountsState } from '../accounts/accounts-state';
import { type AddManyState, createAddMany } from './add-many/add-many-state';
import { createRuns, type RunsState, type RunView } from './runs/runs-state';

export interface PinsState {
  bulk: AddManyState;
  runs: RunsState;
  /** Without the one that this page is handing over. */
  shownRuns: ReadonlySignal<readonly RunView[]>;
  hasAccounts: ReadonlySignal<boolean>;
  /** What was just done, for everyone to see and hear. */
  news: ReadonlySignal<string>;
}

/** The view Pins. It outlives the looking at another view: what is under review stays. */
export function createPinsState({ accounts }: Pick<AccountsState, 'accounts'>): PinsState {
  const news = signal('');
  const runs = createRuns();
  const bulk = createAddMany(accounts, (count) => {
    news.value = t('handed_over', count.toLocaleString(language()));
    void runs.load();
  });
  return {
    bulk: {
      ...bulk,
      open() {
        news.value = '';
        bulk.open();
      },
    },
    runs,
    news,
    hasAccounts: computed(() => accounts.value.length > 0),
    shownRuns: computed(() => {
      const own = bulk.step.value === 'handing' ? bulk.handing.value.run : null;
      return (runs.runs.value ?? []).filter(({ id }) => id !== own);
    }),
  };
}
