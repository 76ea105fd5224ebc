import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../../../ui/icon';
import { keyOf, language, t } from '../../../../words/t';
import { download } from '../../../csv';
import { sourceName } from '../../source-name';
import type { AddManyState } from '../add-many-state';
import { CountryQuestion } from './country-question';
import { problemLines } from './problem-lines';
import { ReviewChoices } from './review-choices';
import { ReviewTable } from './review-table';
import { TableColumns } from './table-columns';

/** What was read, row by row, with all that is wrong, before anything is sent. */
export function Review({ state }: { state: AddManyState }) {
  const { name, review, ending, isHanding } = state;
  const { duplicates, stopped } = ending.value;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const none = review.rows.value.length === 0;
  const rows = useRef<HTMLDivElement>(null);
  const focusRows = () => rows.current?.querySelector('input')?.focus();

  return (
    <section class="card bulk" aria-labelledby="review-title">
      <h2 id="review-title" ref={title} tabIndex={-1}>
        {t(review.isRest.value ? 'review_rest_title' : 'review_title', sourceName(name.value))}
      </h2>
      <p aria-live="polite">{none ? t('bulk_nothing') : <Summary state={state} />}</p>
      {duplicates > 0 && <p class="soft">{t('review_duplicates', duplicates.toLocaleString(language()))}</p>}
      {stopped && (
        <p class="note caution">
          <Icon name="alert" />
          {t(keyOf('bulk_stop', stopped))}
        </p>
      )}
      <TableColumns state={state} />
      {!none && (
        <fieldset class="what-is-asked" disabled={isHanding.value}>
          <ReviewChoices state={state} />
          <CountryQuestion state={state} onGone={focusRows} />
          <ReviewRows state={state} place={rows} />
        </fieldset>
      )}
      {isHanding.value && <HandingOver state={state} />}
      <ReviewButtons state={state} />
    </section>
  );
}

function Summary({ state: { review } }: { state: AddManyState }) {
  const { ready, problems, left } = review.counts.value;
  const isRest = review.isRest.value && ready === 0;
  const words = isRest
    ? t('review_rest', problems.toLocaleString(language()))
    : t('review_summary', ready.toLocaleString(language()), problems.toLocaleString(language()));
  return <>{left === 0 ? words : `${words} ${t('review_left', left.toLocaleString(language()))}`}</>;
}

/** The rows, and what is said about all of them. */
function ReviewRows({ state, place }: { state: AddManyState; place: RefObject<HTMLDivElement | null> }) {
  const { onlyProblems, filter, takeAll, counts } = state.review;
  const { ready, left } = counts.value;
  return (
    <div class="review" ref={place}>
      <div class="review-tools">
        <label class="check">
          <input
            type="checkbox"
            checked={left === 0 && ready > 0}
            onChange={(event) => takeAll(event.currentTarget.checked)}
          />
          {t('review_all')}
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={onlyProblems.value}
            onChange={(event) => filter(event.currentTarget.checked)}
          />
          {t('review_filter')}
        </label>
      </div>
      <ReviewTable state={state} />
    </div>
  );
}

function HandingOver({ state: { step, handing } }: { state: AddManyState }) {
  const { done, of } = handing.value;
  const stopped = step.value === 'stopped';
  const words = t(
    stopped ? 'handing_stopped' : 'handing_over',
    done.toLocaleString(language()),
    of.toLocaleString(language()),
  );
  return (
    <div class="handing">
      <p role={stopped ? 'alert' : undefined} class={stopped ? 'note failed' : ''}>
        {stopped && <Icon name="alert" />}
        {words}
      </p>
      <progress aria-label={words} max={of} value={done} />
    </div>
  );
}

function ReviewButtons({ state }: { state: AddManyState }) {
  const { review, step, busy, name, start, open, close } = state;
  const { ready, pins, problems } = review.counts.value;
  const handing = step.value === 'handing';
  const label = step.value === 'stopped' ? t('handing_go_on') : startWords(ready, pins);
  return (
    <div class="actions">
      {(ready > 0 || step.value === 'stopped') && (
        <button type="button" class="button primary" aria-disabled={busy.value} onClick={() => start()}>
          {label}
        </button>
      )}
      {problems > 0 && (
        <button type="button" class="button" onClick={() => download(sourceName(name.value), problemLines(review))}>
          {t('review_export')}
        </button>
      )}
      <button type="button" class="button" aria-disabled={handing} onClick={() => !handing && open()}>
        {t('bulk_again')}
      </button>
      <button type="button" class="button" aria-disabled={handing} onClick={() => !handing && close()}>
        {t('bulk_close')}
      </button>
    </div>
  );
}

function startWords(ready: number, pins: number): string {
  if (pins !== 0 && pins !== ready) return t('send_many_button', ready.toLocaleString(language()));
  if (ready === 1) return t(pins === 1 ? 'pin_button' : 'unpin_button');
  return t(pins === ready ? 'pin_many_button' : 'unpin_many_button', ready.toLocaleString(language()));
}
