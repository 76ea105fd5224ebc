import type { RequestView } from '../../../pins/queue/request-view';
import { providerOf, viewOfProvider } from '../../../providers';
import { FailureNote } from '../../../ui/failure-note';
import { Icon } from '../../../ui/icon';
import { describeFailure, describeWait } from '../../../words/describe';
import { keyOf, language, t } from '../../../words/t';
import { sourceName } from '../source-name';
import { RunButtons } from './run-buttons';
import { timeLeft } from './run-meter';
import type { RunsState, RunView } from './runs-state';

interface Props {
  run: RunView;
  failures: readonly RequestView[];
  /** One of those that it waits with. */
  waiting: RequestView | null;
  state: RunsState;
}

const count = (number: number): string => number.toLocaleString(language());

/** One run: how far it is, what can be done about it, and what went wrong. */
export function RunCard({ run, failures, waiting, state }: Props) {
  const { id, name, createdAt, total, accepted, failed, left, dropped } = run;
  const title = `run-${id}`;
  const counts = t('run_counts', count(accepted), count(left), count(failed));
  return (
    <li class="card run" aria-labelledby={title}>
      <div class="run-head">
        <h3 id={title}>{sourceName(name)}</h3>
        <time class="soft small" dateTime={new Date(createdAt).toISOString()}>
          {new Date(createdAt).toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
        <span class="badge run-state">{t(keyOf('run', stageOf(run)))}</span>
      </div>
      {run.retryOf && <p class="soft small">{t('run_retry_of')}</p>}
      {run.state === 'loading' ? (
        <p class="soft">{t('run_loading_note', count(total))}</p>
      ) : (
        <>
          <progress aria-labelledby={title} max={Math.max(1, total)} value={total === 0 ? 1 : total - left} />
          <p class="run-numbers">
            <span>{[counts, dropped > 0 && t('run_dropped', count(dropped))].filter(Boolean).join(', ')}</span>
            <span class="soft">{pace(run)}</span>
          </p>
        </>
      )}
      {run.stopped && <Stopped stopped={run.stopped} />}
      {waiting && <Waiting request={waiting} />}
      <RunButtons run={run} title={title} state={state} />
      {failures.length > 0 && <Failures failures={failures} />}
    </li>
  );
}

/** What a run is called on its card. */
function stageOf({ state, left }: RunView): 'loading' | 'running' | 'paused' | 'cancelled' | 'done' {
  return state === 'loading' || state === 'cancelled' || left > 0 ? state : 'done';
}

function pace({ left, rate }: RunView): string {
  const remaining = timeLeft(left, rate);
  const speed = rate === null ? null : t('run_rate', rate.toLocaleString(language(), { maximumFractionDigits: 1 }));
  return [speed, remaining && t(...remaining)].filter(Boolean).join(' · ');
}

/** Why Pushpin has paused it. */
function Stopped({ stopped: { accountName, providerId: id, outcome } }: { stopped: NonNullable<RunView['stopped']> }) {
  if (outcome.kind === 'accepted') return null;
  return (
    <FailureNote failure={outcome} whose={{ accountName, provider: viewOfProvider(providerOf(id)) }}>
      <p>{t('run_stopped')}</p>
    </FailureNote>
  );
}

/** Why nothing happens, and what the user has to see to. */
function Waiting({ request }: { request: RequestView }) {
  const { outcome } = request;
  const words = describeWait(request);
  return (
    words && (
      <div class="note caution">
        <Icon name="clock" />
        <div class="note-body">
          {outcome?.kind === 'unauthorized' && <p>{t(...describeFailure(outcome, request))}</p>}
          <p>{t(...words)}</p>
        </div>
      </div>
    )
  );
}

function Failures({ failures }: { failures: readonly RequestView[] }) {
  return (
    <div class="run-failures">
      <h4>{t('run_failures')}</h4>
      <ul>
        {failures.map(({ id, bareId, outcome, accountName, provider }) => (
          <li key={id} class="small">
            <span class="mono">{bareId}</span>{' '}
            {outcome && outcome.kind !== 'accepted' && t(...describeFailure(outcome, { accountName, provider }))}
          </li>
        ))}
      </ul>
    </div>
  );
}
