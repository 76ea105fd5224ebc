import './run-list.css';
import { useMemo } from 'preact/hooks';
import type { RequestView } from '../../../pins/queue/request-view';
import { useKeptFocus } from '../../../ui/use-kept-focus';
import { t } from '../../../words/t';
import { RunCard, type RunCardProps } from './run-card';
import type { RunView } from './run-view';
import type { RunsState } from './runs-state';

const noFailures: readonly RequestView[] = [];

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
          <MemoizedRunCard
            key={run.id}
            run={run}
            failures={state.failures.value[run.id] ?? noFailures}
            waitingRequest={state.waitingRequests.value[run.id] ?? null}
            state={state}
          />
        ))}
      </ul>
    </section>
  );
}

/** A card that is drawn again only if something of its own has changed, because the list changes several times a second. */
function MemoizedRunCard({ run, failures, waitingRequest, state }: RunCardProps) {
  return useMemo(
    () => <RunCard run={run} failures={failures} waitingRequest={waitingRequest} state={state} />,
    [run, failures, waitingRequest, state],
  );
}
