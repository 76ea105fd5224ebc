import { useEffect, useRef } from 'preact/hooks';
import { keyOf, t } from '../../platform/words';
import { Icon } from '../../ui/icon';
import { csvLine, download } from '../csv';
import type { BulkState } from './bulk-state';
import { problemWords } from './problem-words';
import { ReviewChoices } from './review-choices';
import { ReviewTable } from './review-table';
import { sourceName } from './source-name';

/** What was read, row by row, with all that is wrong, before anything is sent. */
export function Review({ state }: { state: BulkState }) {
  const { name, review, ending, step } = state;
  const { duplicates, stopped } = ending.value;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const none = review.rows.value.length === 0;

  return (
    <section class="card bulk" aria-labelledby="review-title">
      <h2 id="review-title" ref={title} tabIndex={-1}>
        {t('review_title', sourceName(name.value))}
      </h2>
      <p aria-live="polite">{none ? t('bulk_nothing') : <Summary state={state} />}</p>
      {duplicates > 0 && <p class="soft">{t('review_duplicates', duplicates.toLocaleString())}</p>}
      {stopped && (
        <p class="note caution">
          <Icon name="alert" />
          {t(keyOf('bulk_stop', stopped))}
        </p>
      )}
      {!none && <ReviewChoices state={state} />}
      {!none && <ReviewTable review={review} choices={state.choices.value} />}
      {(step.value === 'handing' || step.value === 'stopped') && <HandingOver state={state} />}
      <ReviewButtons state={state} />
    </section>
  );
}

function Summary({ state: { review } }: { state: BulkState }) {
  const { ready, problems, left } = review.counts.value;
  const words = t('review_summary', ready.toLocaleString(), problems.toLocaleString());
  return <>{left === 0 ? words : `${words} ${t('review_left', left.toLocaleString())}`}</>;
}

function HandingOver({ state: { step, handing } }: { state: BulkState }) {
  const { done, of } = handing.value;
  const stopped = step.value === 'stopped';
  const words = t(stopped ? 'handing_stopped' : 'handing_over', done.toLocaleString(), of.toLocaleString());
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

function ReviewButtons({ state }: { state: BulkState }) {
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
        <button type="button" class="button" onClick={() => download(sourceName(name.value), problemLines(state))}>
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
  if (pins !== 0 && pins !== ready) return t('send_many_button', ready.toLocaleString());
  if (ready === 1) return t(pins === 1 ? 'pin_button' : 'unpin_button');
  return t(pins === ready ? 'pin_many_button' : 'unpin_many_button', ready.toLocaleString());
}

/** The rows that stay out, to be mended and read again. */
function problemLines({ review }: BulkState): string[] {
  const rows = review.rows.value.filter(({ problem }, place) => problem !== null && !review.isTaken(place));
  return [
    csvLine(['message', 'chat', 'account', 'action', 'days', 'row', 'problem']),
    ...rows.map((row) => {
      const { message, chat, account, action, days, line, unread } = row;
      const [actionSaid, daysSaid] = [unread.action?.said ?? action ?? '', unread.duration?.said ?? days ?? ''];
      return csvLine([message, chat ?? '', account, actionSaid, String(daysSaid), String(line), problemWords(row)]);
    }),
  ];
}
