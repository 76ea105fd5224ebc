import './review.css';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../../../ui/icon';
import { keyOf, language, t } from '../../../../words/t';
import { sourceName } from '../../source-name';
import type { AddManyState } from '../add-many-state';
import { CountryQuestion } from './country-question';
import { ReviewButtons } from './review-buttons';
import { ReviewChoices } from './review-choices';
import { ReviewTable } from './review-table';
import { SubmissionProgress } from './submission-progress';
import { TableColumns } from './table-columns';

/** Shows all rows that were read, with their problems, before anything is sent. */
export function Review({ state }: { state: AddManyState }) {
  const { name, review, readResult, isSubmitting } = state;
  const { duplicateCount, stopped } = readResult.value;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const isEmpty = review.rows.value.length === 0;
  const rows = useRef<HTMLDivElement>(null);
  const focusRows = () => rows.current?.querySelector('input')?.focus();

  return (
    <section class="card add-many" aria-labelledby="review-title">
      <h2 id="review-title" ref={title} tabIndex={-1}>
        {t(review.hasSubmitted.value ? 'review_rest_title' : 'review_title', sourceName(name.value))}
      </h2>
      <p aria-live="polite">{isEmpty ? t('bulk_nothing') : <Summary state={state} />}</p>
      {duplicateCount > 0 && <p class="soft">{t('review_duplicates', duplicateCount.toLocaleString(language()))}</p>}
      {stopped && (
        <p class="note caution">
          <Icon name="alert" />
          {t(keyOf('bulk_stop', stopped))}
        </p>
      )}
      <TableColumns state={state} />
      {!isEmpty && (
        <fieldset class="review-fields" disabled={isSubmitting.value}>
          <ReviewChoices state={state} />
          <CountryQuestion state={state} onAnswered={focusRows} />
          <ReviewRows state={state} box={rows} />
        </fieldset>
      )}
      {isSubmitting.value && <SubmissionProgress state={state} />}
      <ReviewButtons state={state} />
    </section>
  );
}

function Summary({ state: { review } }: { state: AddManyState }) {
  const { ready, problems, deselected } = review.counts.value;
  const isRemainder = review.hasSubmitted.value && ready === 0;
  const summary = isRemainder
    ? t('review_rest', problems.toLocaleString(language()))
    : t('review_summary', ready.toLocaleString(language()), problems.toLocaleString(language()));
  return <>{deselected === 0 ? summary : `${summary} ${t('review_left', deselected.toLocaleString(language()))}`}</>;
}

/** The rows, with a filter and a checkbox that selects all rows. */
function ReviewRows({ state, box }: { state: AddManyState; box: RefObject<HTMLDivElement | null> }) {
  const { onlyProblems, setOnlyProblems, selectAll, counts } = state.review;
  const { ready, deselected } = counts.value;
  return (
    <div class="review" ref={box}>
      <div class="review-tools">
        <label class="check">
          <input
            type="checkbox"
            checked={deselected === 0 && ready > 0}
            onChange={(event) => selectAll(event.currentTarget.checked)}
          />
          {t('review_all')}
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={onlyProblems.value}
            onChange={(event) => setOnlyProblems(event.currentTarget.checked)}
          />
          {t('review_filter')}
        </label>
      </div>
      <ReviewTable state={state} />
    </div>
  );
}
