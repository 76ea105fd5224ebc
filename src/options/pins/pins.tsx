import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../ui/icon';
import { t } from '../../words/t';
import { AddMany } from './add-many/add-many';
import type { PinsState } from './pins-state';
import { RunCard } from './runs/run-card';

/** What is asked for in bulk: adding many, and the runs. */
export function Pins({ state }: { state: PinsState }) {
  const { bulk, runs, news } = state;
  const title = useRef<HTMLHeadingElement>(null);
  const step = bulk.step.value;
  const before = useRef(step);
  useEffect(() => runs.watch(), [runs]);
  // What had the focus is gone with the form, or with what was ready: go on from the top.
  useEffect(() => {
    const isOver = step === 'closed' || (step === 'review' && before.current === 'handing');
    if (isOver && before.current !== step) title.current?.focus();
    before.current = step;
  }, [step]);
  // Once it is handed over, the run is what matters, and what was left out comes after it.
  const addMany = step !== 'closed' && <AddMany key="add" state={bulk} />;
  const isRest = bulk.review.isRest.value;

  return (
    <>
      <div class="title">
        <h1 ref={title} tabIndex={-1}>
          {t('pins_title')}
        </h1>
        {step === 'closed' && state.hasAccounts.value && (
          <button type="button" class="button primary" onClick={bulk.open}>
            {t('add_many')}
          </button>
        )}
      </div>
      <p role="status" class={news.value ? 'note' : ''}>
        {news.value && <Icon name="check" />}
        {news.value}
      </p>
      <p role="alert" class={runs.trouble.value ? 'note failed' : ''}>
        {runs.trouble.value && <Icon name="alert" />}
        {runs.trouble.value && t(runs.trouble.value)}
      </p>
      {!state.hasAccounts.value && <p class="soft">{t('bulk_account_first')}</p>}
      {!isRest && addMany}
      <Runs key="runs" state={state} />
      {isRest && addMany}
    </>
  );
}

function Runs({ state: { runs, shownRuns } }: { state: PinsState }) {
  return (
    <section class="runs" aria-labelledby="runs-title">
      <h2 id="runs-title">{t('runs_title')}</h2>
      {runs.runs.value?.length === 0 && <p class="soft">{t('runs_none')}</p>}
      <ul>
        {shownRuns.value.map((run) => (
          <RunCard
            key={run.id}
            run={run}
            failures={runs.failures.value[run.id] ?? []}
            waiting={runs.waiting.value[run.id] ?? null}
            state={runs}
          />
        ))}
      </ul>
    </section>
  );
}
