import { plural, t } from '../../../../words/t';
import { downloadCsv } from '../../../download-csv';
import { sourceName } from '../../source-name';
import type { AddManyState } from '../add-many-state';
import { problemLines } from './problem-lines';

/** Starts the run, exports the problems, or leaves the review. */
export function ReviewButtons({ state }: { state: AddManyState }) {
  const { review, step, isBusy, name, start, open, close } = state;
  const { ready, pins, problems } = review.counts.value;
  const isSubmitting = step.value === 'submitting';
  const hasStopped = step.value === 'stopped';
  return (
    <div class="actions">
      {(ready > 0 || hasStopped) && (
        <button type="button" class="button primary" aria-disabled={isBusy.value} onClick={() => start()}>
          {hasStopped ? t('handing_go_on') : startLabel(ready, pins)}
        </button>
      )}
      {problems > 0 && (
        <button type="button" class="button" onClick={() => downloadCsv(sourceName(name.value), problemLines(review))}>
          {t('review_export')}
        </button>
      )}
      <button type="button" class="button" aria-disabled={isSubmitting} onClick={() => !isSubmitting && open()}>
        {t('bulk_again')}
      </button>
      <button type="button" class="button" aria-disabled={isSubmitting} onClick={() => !isSubmitting && close()}>
        {t('bulk_close')}
      </button>
    </div>
  );
}

function startLabel(readyCount: number, pinCount: number): string {
  const isMixed = pinCount !== 0 && pinCount !== readyCount;
  if (isMixed) return t(...plural('send_many_button', readyCount));
  if (readyCount === 1) return t(pinCount === 1 ? 'pin_button' : 'unpin_button');
  return t(...plural(pinCount === readyCount ? 'pin_many_button' : 'unpin_many_button', readyCount));
}
