import { useState } from 'preact/hooks';
import { t } from '../../../words/t';
import { download } from '../../csv';
import { sourceName } from '../source-name';
import { resultLines } from './results';
import type { RunsState, RunView } from './runs-state';

/** What can be done about a run. `title`: the id of what names it. */
export function RunButtons({ run, title, state: runs }: { run: RunView; title: string; state: RunsState }) {
  const { id, state, left } = run;
  const { set } = runs;
  const button = (words: string, to: 'running' | 'paused' | 'cancelled') => (
    <button key={to} type="button" class="button" aria-describedby={title} onClick={() => set(id, to)}>
      {words}
    </button>
  );
  const isOpen = left > 0 && state !== 'cancelled';
  return (
    <div class="actions">
      {state === 'loading' && button(t('run_start'), 'running')}
      {state === 'loading' && button(t('run_discard'), 'cancelled')}
      {isOpen && state === 'running' && button(t('run_pause'), 'paused')}
      {isOpen && state === 'paused' && button(t('run_resume'), 'running')}
      {isOpen && state !== 'loading' && button(t('run_cancel'), 'cancelled')}
      <RetryButton run={run} title={title} state={runs} />
      <ExportButton run={run} title={title} />
    </div>
  );
}

/** Asks for what failed again, in a run of its own; once that is there, it is what can be tried again. */
function RetryButton({ run, title, state }: { run: RunView; title: string; state: RunsState }) {
  const [step, setStep] = useState<'ready' | 'busy' | 'none'>('ready');
  if (run.failed === 0 || run.isRetried) return null;
  async function retry(): Promise<void> {
    if (step === 'busy') return;
    setStep('busy');
    setStep((await state.retry(run.id)) === 0 ? 'none' : 'ready');
  }
  return (
    <>
      <button type="button" class="button" aria-disabled={step === 'busy'} aria-describedby={title} onClick={retry}>
        {t(step === 'busy' ? 'run_retrying' : 'run_retry')}
      </button>
      <span role="status" class="small soft">
        {step === 'none' && t('run_retry_none')}
      </span>
    </>
  );
}

function ExportButton({ run, title }: { run: RunView; title: string }) {
  const [step, setStep] = useState<'ready' | 'busy' | 'failed'>('ready');
  async function save(): Promise<void> {
    if (step === 'busy') return;
    setStep('busy');
    try {
      download(sourceName(run.name), await resultLines(run));
      setStep('ready');
    } catch {
      setStep('failed');
    }
  }
  return (
    <>
      <button type="button" class="button" aria-disabled={step === 'busy'} aria-describedby={title} onClick={save}>
        {t(step === 'busy' ? 'run_exporting' : 'run_export')}
      </button>
      <span role="alert" class="problem">
        {step === 'failed' && t('run_export_failed')}
      </span>
    </>
  );
}
