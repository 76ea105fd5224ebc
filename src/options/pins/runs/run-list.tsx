import './run-list.css';
import { t } from '../../../words/t';
import { RunCard } from './run-card';
import type { RunView } from './run-view';
import type { RunsState } from './runs-state';

/** The runs, newest first. */
export function RunList({ runs, state }: { runs: readonly RunView[]; state: RunsState }) {
  const isEmpty = state.runs.value?.length === 0;
  return (
    <section class="runs" aria-labelledby="runs-title">
      <h2 id="runs-title">{t('runs_title')}</h2>
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
