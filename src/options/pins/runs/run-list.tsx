import './run-list.css';
import { useKeptFocus } from '../../../ui/use-kept-focus';
import { t } from '../../../words/t';
import { RunCard } from './run-card';
import type { RunView } from './run-view';
import type { RunsState } from './runs-state';

/** The runs, newest first. */
export function RunList({ runs, state }: { runs: readonly RunView[]; state: RunsState }) {
  const keptFocus = useKeptFocus();
  const isEmpty = state.runs.value?.length === 0;
  return (
    <section class="runs" aria-labelledby="runs-title" {...keptFocus}>
      <h2 id="runs-title">{t('runs_title')}</h2>
      <p role="status" class="visually-hidden">
        {state.announcement.value}
      </p>
      {isEmpty && <p class="soft">{t('runs_none')}</p>}
      <ul>
        {runs.map((run) => (
          <RunCard
            key={run.id}
            run={run}
            failures={state.failures.value[run.id] ?? []}
            waitingRequest={state.waitingRequests.value[run.id] ?? null}
            state={state}
          />
        ))}
      </ul>
    </section>
  );
}
