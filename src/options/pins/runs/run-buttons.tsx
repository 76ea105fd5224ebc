import { useState } from 'preact/hooks';
import { t } from '../../../words/t';
import { downloadCsv } from '../../download-csv';
import { sourceName } from '../source-name';
import { resultLines } from './run-results';
import type { RunView } from './run-view';
import type { RunsState } from './runs-state';

/**
 * The buttons of a run.
 * @param titleId the id of the element that names the run
 */
export function RunButtons({ run, titleId, state: runs }: { run: RunView; titleId: string; state: RunsState }) {
  const { id, state, remainingCount } = run;
  const { set } = runs;
  const button = (label: string, newState: 'running' | 'paused' | 'cancelled') => (
    <button
      // Start, Pause and Resume are one element, so that the focus stays on it when its label changes.
      key={newState === 'cancelled' ? 'end' : 'continue'}
      type="button"
      class="button"
      aria-describedby={titleId}
      onClick={() => set(id, newState)}
    >
      {label}
    </button>
  );
  const isOpen = remainingCount > 0 && state !== 'cancelled';
  return (
    <div class="actions">
      {state === 'loading' && button(t('run_start'), 'running')}
      {state === 'loading' && button(t('run_discard'), 'cancelled')}
      {isOpen && state === 'running' && button(t('run_pause'), 'paused')}
      {isOpen && state === 'paused' && button(t('run_resume'), 'running')}
      {isOpen && state !== 'loading' && button(t('run_cancel'), 'cancelled')}
      <RetryButton run={run} titleId={titleId} state={runs} />
      <ExportButton run={run} titleId={titleId} />
    </div>
  );
}

/** Starts a new run with the failed requests. From then on, the new run offers to retry instead of this run. */
function RetryButton({ run, titleId, state }: { run: RunView; titleId: string; state: RunsState }) {
  const [step, setStep] = useState<'ready' | 'busy' | 'none'>('ready');
  if (run.failed === 0 || run.isRetried) return null;
  async function retry(): Promise<void> {
    if (step === 'busy') return;
    setStep('busy');
    setStep((await state.retry(run.id)) === 0 ? 'none' : 'ready');
  }
  return (
    <>
      <button type="button" class="button" aria-disabled={step === 'busy'} aria-describedby={titleId} onClick={retry}>
        {t(step === 'busy' ? 'run_retrying' : 'run_retry')}
      </button>
      <span role="status" class="small soft">
        {step === 'none' && t('run_retry_none')}
      </span>
    </>
  );
}

function ExportButton({ run, titleId }: { run: RunView; titleId: string }) {
  const [step, setStep] = useState<'ready' | 'busy' | 'failed'>('ready');
  async function save(): Promise<void> {
    if (step === 'busy') return;
    setStep('busy');
    try {
      downloadCsv(sourceName(run.name), await resultLines(run));
      setStep('ready');
    } catch {
      setStep('failed');
    }
  }
  return (
    <>
      <button type="button" class="button" aria-disabled={step === 'busy'} aria-describedby={titleId} onClick={save}>
        {t(step === 'busy' ? 'run_exporting' : 'run_export')}
      </button>
      <span role="alert" class="problem">
        {step === 'failed' && t('run_export_failed')}
      </span>
    </>
  );
}
