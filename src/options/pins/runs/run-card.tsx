import './run-card.css';
import type { RequestView } from '../../../pins/queue/request-view';
import { providerOf, viewOfProvider } from '../../../providers';
import { FailureNote } from '../../../ui/failure-note';
import { Icon } from '../../../ui/icon';
import { describeFailure, describeWait } from '../../../words/describe';
import { keyOf, language, t } from '../../../words/t';
import { Tag } from '../../tag';
import { ProgressBar } from '../progress-bar';
import { sourceName } from '../source-name';
import { RunButtons } from './run-buttons';
import { describeRemainingTime } from './run-rate';
import { countsOf, stageOf } from './run-stage';
import type { RunView } from './run-view';
import type { RunsState } from './runs-state';

export interface RunCardProps {
  run: RunView;
  failures: readonly RequestView[];
  /** The first request of the run that waits; null while the run sends. */
  waitingRequest: RequestView | null;
  state: RunsState;
}

/** A card with the progress, the failures and the buttons of one run. */
export function RunCard({ run, failures, waitingRequest, state }: RunCardProps) {
  const { id, name, createdAt, total, remainingCount } = run;
  const titleId = `run-${id}`;
  return (
    <li class="card run" tabIndex={-1} aria-labelledby={titleId}>
      <div class="run-head">
        <h3 id={titleId}>{sourceName(name)}</h3>
        <time class="soft small" dateTime={new Date(createdAt).toISOString()}>
          {new Date(createdAt).toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
        <span class="run-state">
          <Tag>{t(keyOf('run', stageOf(run)))}</Tag>
        </span>
      </div>
      {run.retryOf && <p class="soft small">{t('run_retry_of')}</p>}
      {run.state === 'loading' ? (
        <p class="soft">{t('run_loading_note', total.toLocaleString(language()))}</p>
      ) : (
        <>
          <ProgressBar
            aria-labelledby={titleId}
            max={Math.max(1, total)}
            value={total === 0 ? 1 : total - remainingCount}
          />
          <p class="run-numbers">
            <span>{countsOf(run)}</span>
            <span class="soft">{pace(run)}</span>
          </p>
        </>
      )}
      {run.stopped && <Stopped stopped={run.stopped} />}
      {waitingRequest && <Waiting request={waitingRequest} />}
      <RunButtons run={run} titleId={titleId} state={state} />
      {failures.length > 0 && <Failures failures={failures} />}
    </li>
  );
}

function pace({ remainingCount, ratePerSecond }: RunView): string {
  const remaining = describeRemainingTime(remainingCount, ratePerSecond);
  const speed =
    ratePerSecond === null
      ? null
      : t('run_rate', ratePerSecond.toLocaleString(language(), { maximumFractionDigits: 1 }));
  return [speed, remaining && t(...remaining)].filter(Boolean).join(' · ');
}

/** Explains why Pushpin has paused the run. */
function Stopped({ stopped: { accountName, providerId: id, outcome } }: { stopped: NonNullable<RunView['stopped']> }) {
  if (outcome.kind === 'accepted') return null;
  return (
    <FailureNote failure={outcome} context={{ accountName, provider: viewOfProvider(providerOf(id)) }}>
      <p>{t('run_stopped')}</p>
    </FailureNote>
  );
}

/** Explains why the run sends nothing now, and what the user can do. */
function Waiting({ request }: { request: RequestView }) {
  const { outcome } = request;
  const wait = describeWait(request);
  return (
    wait && (
      <div class="note caution">
        <Icon name="clock" />
        <div class="note-body">
          {outcome?.kind === 'unauthorized' && <p>{t(...describeFailure(outcome, request))}</p>}
          <p>{t(...wait)}</p>
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
            {outcome?.kind === 'rejected' && outcome.reason === 'not-listed' && ` ${t('run_not_listed')}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
