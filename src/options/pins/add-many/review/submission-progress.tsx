import './submission-progress.css';
import { Icon } from '../../../../ui/icon';
import { language, t } from '../../../../words/t';
import { ProgressBar } from '../../progress-bar';
import type { AddManyState } from '../add-many-state';

/** Shows how many of the selected rows are queued, or that queueing has failed. */
export function SubmissionProgress({ state: { step, submission } }: { state: AddManyState }) {
  const { doneCount, totalCount } = submission.value;
  const hasStopped = step.value === 'stopped';
  const text = t(
    hasStopped ? 'handing_stopped' : 'handing_over',
    doneCount.toLocaleString(language()),
    totalCount.toLocaleString(language()),
  );
  return (
    <div class="submission">
      <p role={hasStopped ? 'alert' : undefined} class={hasStopped ? 'note failed' : ''}>
        {hasStopped && <Icon name="alert" />}
        {text}
      </p>
      <ProgressBar aria-label={text} max={totalCount} value={doneCount} />
    </div>
  );
}
